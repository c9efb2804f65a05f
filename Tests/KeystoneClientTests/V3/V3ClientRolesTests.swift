import KeystoneClient
import Testing

@Suite struct V3ClientRolesTests {
  private static let url = "http://k:5000/v3/roles"

  @Test func areMadeChangedAndDeleted() async throws {
    let created = try HTTPResponse.recorded("role created")
    let transport = ScriptedTransport(created, created, created, created, .noContent)
    let client = V3Client.make(transport: transport)
    let role = try await client.createRole(
      V3NewRole(name: " auditor", domainID: "d1", description: "Looks", options: [:])
    )
    #expect(!role.isImmutable)
    #expect(role == V3Role(id: V3Fixture.id(0x14), name: "auditor", description: "Looks"))
    #expect(try await client.role(id: "r1") == role)
    try await client.updateRole(id: "r1", V3RoleUpdate(options: ["immutable": .bool(false)]))
    try await client.updateRole(id: "r1", V3RoleUpdate(name: "x", description: .null))
    try await client.deleteRole(id: "r1")
    #expect(
      await transport.lines == [
        "POST \(Self.url) "
          + #"{"role":{"description":"Looks","domain_id":"d1","name":" auditor","options":{}}}"#,
        "GET \(Self.url)/r1",
        #"PATCH \#(Self.url)/r1 {"role":{"options":{"immutable":false}}}"#,
        #"PATCH \#(Self.url)/r1 {"role":{"description":null,"name":"x"}}"#,
        "DELETE \(Self.url)/r1",
      ]
    )
  }

  @Test func areListedOfAllOrOfOneDomain() async throws {
    let list = try HTTPResponse.recorded("roles")
    let transport = ScriptedTransport(list, list)
    let client = V3Client.make(transport: transport)
    let roles = try await client.roles()
    #expect(Set(roles.map(\.name)) == ["reader", "member", "manager", "admin", "service"])
    #expect(roles.allSatisfy { $0.isImmutable && $0.domainID == nil })
    _ = try await client.roles(ofDomain: "d1", named: "auditor")
    #expect(
      await transport.lines == ["GET \(Self.url)", "GET \(Self.url)?domain_id=d1&name=auditor"]
    )
  }

  @Test func immutableOnesStay() async throws {
    let client = V3Client.make(
      transport: try ScriptedTransport(.recorded("role of the bootstrap deleted"))
    )
    let error = await failure { () throws(KeystoneError) in try await client.deleteRole(id: "1") }
    #expect(error?.isForbidden == true)
    #expect(error?.refusal?.message.contains("immutable") == true)
  }
}
