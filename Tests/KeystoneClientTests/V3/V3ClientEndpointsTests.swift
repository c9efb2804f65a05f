import KeystoneClient
import Testing

@Suite struct V3ClientEndpointsTests {
  private static let url = "http://k:5000/v3/endpoints"
  private static let template = "http://10.1.0.10:8774/v2.1/$(project_id)s"

  @Test func areMadeChangedListedAndDeleted() async throws {
    let list = try HTTPResponse.recorded("endpoints")
    let transport = try ScriptedTransport(
      .recorded("endpoint created"),
      .recorded("endpoint created"),
      .recorded("endpoint changed"),
      .recorded("endpoint changed"),
      list,
      list,
      .noContent
    )
    let client = V3Client.make(transport: transport)
    let endpoint = try await client.createEndpoint(
      V3NewEndpoint(
        serviceID: "s1",
        interface: "internal",
        regionID: "emea",
        url: Self.template,
        enabled: true
      )
    )
    #expect(
      endpoint
        == EndpointInterfaceRecord(
          id: V3Fixture.id(0x17),
          serviceID: V3Fixture.id(0x16),
          region: "emea",
          interface: "internal",
          url: Self.template
        )
    )
    #expect(try await client.endpoint(id: "e1") == endpoint)
    let changed = try await client.updateEndpoint(
      id: "e1",
      V3EndpointUpdate(url: "http://x", enabled: false)
    )
    #expect(!changed.enabled)
    try await client.updateEndpoint(
      id: "e1",
      V3EndpointUpdate(serviceID: "s2", interface: "admin", regionID: .null)
    )
    #expect(try await client.endpoints() == [changed])
    _ = try await client.endpoints(ofService: "s1", interface: "internal", regionID: "emea")
    try await client.deleteEndpoint(id: "e1")
    #expect(
      await transport.lines == [
        "POST \(Self.url) "
          + #"{"endpoint":{"enabled":true,"interface":"internal","region_id":"emea","#
          + #""service_id":"s1","url":"http://10.1.0.10:8774/v2.1/$(project_id)s"}}"#,
        "GET \(Self.url)/e1",
        #"PATCH \#(Self.url)/e1 {"endpoint":{"enabled":false,"url":"http://x"}}"#,
        #"PATCH \#(Self.url)/e1 "#
          + #"{"endpoint":{"interface":"admin","region_id":null,"service_id":"s2"}}"#,
        "GET \(Self.url)",
        "GET \(Self.url)?service_id=s1&interface=internal&region_id=emea",
        "DELETE \(Self.url)/e1",
      ]
    )
  }

  /// [22] refuses a null for the region of a new one.
  @Test func aNewOneLeavesOutWhatItHasNot() async throws {
    let transport = try ScriptedTransport(.recorded("endpoint created, no region"))
    let client = V3Client.make(transport: transport)
    let error = await failure { () throws(KeystoneError) in
      _ = try await client.createEndpoint(
        V3NewEndpoint(serviceID: "s1", interface: "public", url: "http://x")
      )
    }
    #expect(error?.status == 400)
    #expect(
      await transport.lines == [
        #"POST \#(Self.url) "#
          + #"{"endpoint":{"interface":"public","service_id":"s1","url":"http://x"}}"#
      ]
    )
  }
}
