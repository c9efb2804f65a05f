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
    #expect(try await client.foreignEndpointIDs() == [])
  }

  private static func rows(_ ids: [String], isTruncated: Bool = false) -> HTTPResponse {
    let rows = ids.map { "{\"id\": \"\($0)\"}" }.joined(separator: ",")
    return .json(200, "{\"endpoints\": [\(rows)], \"truncated\": \(isTruncated)}")
  }

  /// Keystone cuts the list off at `list_limit`, which may be smaller than one service's part of it.
  @Test func areAskedForInPiecesWhereTheListIsCutOff() async throws {
    let transport = ScriptedTransport(
      Self.rows(["a"], isTruncated: true),
      Self.rows(["a"]),
      Self.rows(["b"], isTruncated: true),
      .json(200, #"{"endpoint": {"id": "c"}}"#),
      .refusal(404, "Not Found", "Could not find endpoint: d.")
    )
    let client = KeystoneClient.make(endpoint: "http://h/v2.0", transport: transport)
    let foreign = try await client.foreignEndpointIDs(
      among: ["a": "s1", "x": "s1", "b": "s2", "c": "s2", "d": "s2"]
    )
    #expect(foreign == ["a", "b", "c"])
    #expect(
      await transport.lines == [
        "GET http://h/v3/endpoints?interface=public",
        "GET http://h/v3/endpoints?interface=public&service_id=s1",
        "GET http://h/v3/endpoints?interface=public&service_id=s2",
        "GET http://h/v3/endpoints/c", "GET http://h/v3/endpoints/d",
      ]
    )
  }

  static let refusals: [HTTPResponse] = [
    .refusal(403, "Forbidden", "no"), .unauthorized,
    .refusal(404, "Not Found", "Could not find user: 1e03."),
  ]

  @Test(arguments: refusals)
  func areUnknownWhereV3Refuses(_ response: HTTPResponse) async throws {
    let client = KeystoneClient.make(transport: ScriptedTransport(response))
    #expect(try await client.foreignEndpointIDs() == nil)
  }

  static let unreadable: [HTTPResponse] = [.html(503), .json(200, "{}")]

  @Test(arguments: unreadable)
  func areNotNoneWhereTheyCannotBeRead(_ response: HTTPResponse) async {
    let client = KeystoneClient.make(transport: ScriptedTransport(response))
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.foreignEndpointIDs()
    }
    #expect(error != nil)
  }
}
