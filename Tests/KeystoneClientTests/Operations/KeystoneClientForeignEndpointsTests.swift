import KeystoneClient
import Testing

@Suite struct KeystoneClientForeignEndpointsTests {
  @Test func areThePublicRowsOfV3() async throws {
    let transport = ScriptedTransport(
      .json(
        200,
        """
        {"endpoints": [
          {"id": "e5ef", "interface": "public", "region_id": "r2", "service_id": "8870",
           "url": "http://a/p", "enabled": true, "region": "r2",
           "links": {"self": "http://127.0.0.1:15210/v3/endpoints/e5ef"}},
          {"id": "f2a4", "interface": "public", "region_id": null, "service_id": "8870",
           "url": "http://b", "enabled": true, "region": null, "links": {}}],
         "links": {"next": null, "self": "http://127.0.0.1:5000/v3/endpoints", "previous": null}}
        """
      )
    )
    let client = KeystoneClient.make(endpoint: "http://h/id/v2.0/", transport: transport)
    #expect(try await client.foreignEndpointIDs() == ["e5ef", "f2a4"])
    #expect(await transport.lines == ["GET http://h/id/v3/endpoints?interface=public"])
    #expect(await transport.tokens == ["ADMIN"])
  }

  @Test(arguments: [HTTPResponse.unknownRoute, .html(404), HTTPResponse(status: 404)])
  func areNoneWhereThereIsNoV3(_ response: HTTPResponse) async throws {
    let client = KeystoneClient.make(transport: ScriptedTransport(response))
    #expect(try await client.foreignEndpointIDs().isEmpty)
  }

  static let unknown: [HTTPResponse] = [
    .refusal(403, "Forbidden", "no"), .unauthorized, .html(503), .json(200, "{}"),
    .json(200, #"{"endpoints": [], "truncated": true}"#),
    .refusal(404, "Not Found", "Could not find user: 1e03."),
  ]

  @Test(arguments: unknown)
  func areNotNoneWhereTheyCannotBeRead(_ response: HTTPResponse) async {
    let client = KeystoneClient.make(transport: ScriptedTransport(response))
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.foreignEndpointIDs()
    }
    #expect(error != nil)
  }
}
