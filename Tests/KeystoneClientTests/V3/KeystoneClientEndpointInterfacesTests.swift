import KeystoneClient
import Testing

@Suite struct KeystoneClientEndpointInterfacesTests {
  @Test func areTheRowsOfV3() async throws {
    let transport = ScriptedTransport(
      .json(
        200,
        """
        {"endpoints": [
          {"id": "e5ef", "interface": "internal", "region_id": "r2", "service_id": "8870",
           "url": "http://a/i", "enabled": false, "region": "r2", "links": {}},
          {"id": "f2a4", "interface": "public", "region_id": null, "service_id": "8870",
           "url": "http://b", "enabled": true, "region": null, "links": {}}],
         "links": {"next": null, "self": "http://127.0.0.1:5000/v3/endpoints", "previous": null}}
        """
      )
    )
    let client = KeystoneClient.make(endpoint: "http://h/id/v2.0/", transport: transport)
    let rows = try #require(try await client.endpointInterfaces())
    let second = EndpointInterfaceRecord(
      id: "f2a4",
      serviceID: "8870",
      interface: "public",
      url: "http://b"
    )
    #expect(rows.map(\.id) == ["e5ef", "f2a4"])
    #expect(rows.map(\.enabled) == [false, true])
    #expect(rows.first?.region == "r2")
    #expect(rows.last == second)
    #expect(await transport.lines == ["GET http://h/id/v3/endpoints"])
  }

  static let unknown: [HTTPResponse] = [
    .refusal(403, "Forbidden", "no"), .unauthorized, .html(404), .json(200, "{}"),
    .json(200, #"{"endpoints": [{"id": "e"}]}"#),
  ]

  @Test(arguments: unknown)
  func areNotNoneWhereTheyCannotBeRead(_ response: HTTPResponse) async {
    let client = KeystoneClient.make(transport: ScriptedTransport(response))
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.endpointInterfaces()
    }
    #expect(error != nil)
  }

  @Test func areAskedForInPartsWhereTheListIsCutOff() async throws {
    let cutOff = HTTPResponse.json(200, #"{"endpoints": [], "truncated": true}"#)
    let part = #"{"endpoints": [{"id": "e", "interface": "public", "url": "http://b"}]}"#
    let transport = ScriptedTransport(cutOff, cutOff, .json(200, part))
    let client = KeystoneClient.make(endpoint: "http://h/v2.0", transport: transport)
    #expect(try await client.endpointInterfaces() == nil)
    #expect(try await client.endpointInterfaces(ofService: "..", interface: "admin") == nil)
    let rows = try await client.endpointInterfaces(
      ofService: "s",
      interface: "public",
      region: "a b"
    )
    #expect(rows?.map(\.id) == ["e"])
    #expect(
      await transport.lines == [
        "GET http://h/v3/endpoints", "GET http://h/v3/endpoints?service_id=..&interface=admin",
        "GET http://h/v3/endpoints?service_id=s&interface=public&region_id=a%20b",
      ]
    )
  }

  @Test func mayHaveAnEmptyIDInTheList() async throws {
    let list = #"{"endpoints": [{"id": "", "interface": "public", "url": "http://b"}]}"#
    let client = KeystoneClient.make(transport: ScriptedTransport(.json(200, list)))
    #expect(try await client.endpointInterfaces()?.map(\.id) == [""])
  }
}
