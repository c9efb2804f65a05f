import KeystoneClient
import Testing

@Suite struct V3ClientServicesTests {
  private static let url = "http://k:5000/v3/services"

  @Test func areMadeChangedListedAndDeleted() async throws {
    let list = try HTTPResponse.recorded("services")
    let transport = try ScriptedTransport(
      .recorded("service created"),
      .recorded("service created"),
      .recorded("service changed"),
      .recorded("service changed"),
      list,
      list,
      .noContent
    )
    let client = V3Client.make(transport: transport)
    let service = try await client.createService(
      V3NewService(type: "compute", name: "nova", description: "VMs", enabled: false)
    )
    #expect(service == V3Service(id: V3Fixture.id(0x16), type: "compute", name: "nova"))
    #expect(try await client.service(id: "s1") == service)
    let changed = try await client.updateService(
      id: "s1",
      V3ServiceUpdate(type: "t", name: "n", enabled: true)
    )
    #expect(changed.description == "VMs")
    try await client.updateService(id: "s1", V3ServiceUpdate(description: .null))
    #expect(try await client.services().map(\.name).sorted() == ["keystone", "nova"])
    _ = try await client.services(ofType: "compute", named: "nova")
    try await client.deleteService(id: "s1")
    #expect(
      await transport.lines == [
        "POST \(Self.url) "
          + #"{"service":{"description":"VMs","enabled":false,"name":"nova","type":"compute"}}"#,
        "GET \(Self.url)/s1",
        #"PATCH \#(Self.url)/s1 {"service":{"enabled":true,"name":"n","type":"t"}}"#,
        #"PATCH \#(Self.url)/s1 {"service":{"description":null}}"#,
        "GET \(Self.url)",
        "GET \(Self.url)?type=compute&name=nova",
        "DELETE \(Self.url)/s1",
      ]
    )
  }
}
