import KeystoneClient
import Testing

@Suite struct VersionFinderTests {
  private static let flaskRoute = HTTPResponse.refusal(
    404,
    "Not Found",
    "The requested URL was not found on the server. If you entered the URL manually please check."
  )
  private static let onlyV3 = HTTPResponse.json(
    300,
    #"{"versions": {"values": [{"id": "v3.14", "status": "stable"}]}}"#
  )
  private static let both = HTTPResponse.json(
    300,
    #"{"versions": {"values": [{"id": "v3.8"}, {"id": "v2.0"}]}}"#
  )

  private func users(
    at endpoint: String = "http://k:35357/v2.0",
    _ transport: ScriptedTransport
  ) async -> KeystoneError? {
    let client = KeystoneClient.make(endpoint: endpoint, transport: transport)
    return await failure { () throws(KeystoneError) in _ = try await client.users() }
  }

  @Test(arguments: [flaskRoute, .html(404), HTTPResponse(status: 404)])
  func aKeystoneWithoutV2SaysWhatItOffers(answer: HTTPResponse) async {
    let transport = ScriptedTransport(answer, Self.onlyV3)
    let error = await users(transport)
    #expect(error?.reason == .otherVersions(["v3.14"], root: "http://k:35357"))
    #expect(error?.request?.path == "/v2.0/users")
    #expect(await transport.lines.last == "GET http://k:35357/")
    #expect(await transport.tokens == ["ADMIN", nil])
  }

  @Test func aLoginAndTheQuestionForTheVersionFindItOutAsWell() async {
    let login = KeystoneClient(
      endpoint: "http://k:5000",
      authentication: .password(
        PasswordCredentials(user: .name("u"), password: Secret("p"), scope: .unscoped),
        authURL: "http://k:5000"
      ),
      transport: ScriptedTransport(.html(404), Self.onlyV3)
    )
    let error = await failure { () throws(KeystoneError) in _ = try await login.users() }
    #expect(error?.reason == .otherVersions(["v3.14"], root: "http://k:5000"))
    let probe = KeystoneClient.make(transport: ScriptedTransport(Self.flaskRoute, Self.onlyV3))
    let other = await failure { () throws(KeystoneError) in _ = try await probe.version() }
    #expect(other?.reason == .otherVersions(["v3.14"], root: "http://127.0.0.1:35357"))
  }

  @Test func aKeystoneAboveOrBesideThePathIsFound() async {
    let above = ScriptedTransport(.html(404), .html(404), Self.both)
    #expect(
      await users(at: "http://k/identity/x/v2.0", above)?.reason
        == .keystoneElsewhere("http://k/identity/v2.0")
    )
    let beside = ScriptedTransport(.html(404), .html(404), Self.both)
    #expect(
      await users(at: "http://k", beside)?.reason == .keystoneElsewhere("http://k/identity/v2.0")
    )
    #expect(await beside.lines.suffix(2) == ["GET http://k/", "GET http://k/identity/"])
  }

  @Test func thePublicAPIIsStillThePublicAPI() async {
    let transport = ScriptedTransport(.unknownRoute, Self.both)
    #expect(await users(transport)?.reason == .notTheAdminAPI)
  }

  @Test func whereNobodyIsFoundTheAnswerStands() async {
    let transport = ScriptedTransport(.html(404), .html(404), .html(404), .html(404))
    #expect(await users(transport)?.reason == .refused(Refusal(status: 404, speaker: .html)))
  }

  /// What hangs there may hold up nobody for as long as a request may take.
  @Test func thePathsAboveHaveFewSeconds() async {
    let transport = ScriptedTransport(.html(404), .html(404), .html(404), .html(404))
    _ = await users(transport)
    let timeouts = await transport.requests.map(\.timeout)
    #expect(timeouts == [nil, .seconds(5), .seconds(5), .seconds(5)])
  }

  @Test func anObjectThatIsNotThereAsksNobody() async {
    let transport = ScriptedTransport(.refusal(404, "Not Found", "Could not find user: 1."))
    #expect(await users(transport)?.isNotFound == true)
    #expect(await transport.lines.count == 1)
  }
}
