import KeystoneClient
import Testing

@Suite struct KeystoneClientDiscoveryTests {
  static let version = """
    {"id": "v2.0", "status": "deprecated", "updated": "2016-08-04T00:00:00Z",
    "links": [{"rel": "self", "href": "http://127.0.0.1:35357/v2.0/"}],
    "media-types": [{"base": "application/json",
    "type": "application/vnd.openstack.identity-v2.0+json"}]}
    """

  @Test func listsVersionsOutOfA300WithoutAToken() async throws {
    let transport = ScriptedTransport(
      .json(300, #"{"versions": {"values": [\#(Self.version), {"id": "v3.8"}]}}"#)
    )
    let versions = try await KeystoneClient.make(transport: transport).versions()
    #expect(
      versions == [APIVersion(id: "v2.0", status: "deprecated"), APIVersion(id: "v3.8")]
    )
    #expect(await transport.lines == ["GET http://127.0.0.1:35357/"])
    #expect(await transport.tokens == [nil])
  }

  @Test func knowsItsOwnVersion() async throws {
    let transport = ScriptedTransport(
      .json(200, #"{"version": \#(Self.version)}"#),
      .unknownRoute
    )
    let client = KeystoneClient.make(transport: transport)
    #expect(try await client.version() == APIVersion(id: "v2.0", status: "deprecated"))
    let error = await failure { () throws(KeystoneError) in _ = try await client.version() }
    #expect(error?.reason == .notIdentityV2)
    #expect(await transport.lines.first == "GET http://127.0.0.1:35357/v2.0")
  }

  @Test(arguments: [
    HTTPResponse.refusal(404, "Not Found", "Could not find user: nobody."),
    .json(200, #"{"user": {"id": "1", "name": "nobody"}}"#),
  ])
  func knowsTheAdminAPIByItsUsers(_ response: HTTPResponse) async throws {
    let transport = ScriptedTransport(response)
    try await KeystoneClient.make(transport: transport).verifyAdminAPI()
    #expect(await transport.lines == ["GET http://127.0.0.1:35357/v2.0/users?name=nobody"])
  }

  static let others: [(HTTPResponse, KeystoneError.Reason)] = [
    (.unknownRoute, .notTheAdminAPI),
    (.html(404), .refused(Refusal(status: 404, speaker: .html))),
    (
      .refusal(403, "Forbidden", "no"),
      .refused(Refusal(status: 403, title: "Forbidden", message: "no"))
    ),
  ]

  @Test(arguments: others)
  func takesNothingElseForTheAdminAPI(
    _ response: HTTPResponse,
    _ reason: KeystoneError.Reason
  ) async {
    let client = KeystoneClient.make(transport: ScriptedTransport(response))
    let error = await failure { () throws(KeystoneError) in try await client.verifyAdminAPI() }
    #expect(error?.reason == reason)
  }
}
