import KeystoneClient
import Testing

@Suite struct V3ClientGroupsTests {
  private static let url = "http://k:5000/v3/groups"

  @Test func areMadeChangedListedAndDeleted() async throws {
    let created = try HTTPResponse.recorded("group created")
    let list = try HTTPResponse.recorded("groups of a user")
    let transport = ScriptedTransport(created, created, created, list, list, .noContent)
    let client = V3Client.make(transport: transport)
    let group = try await client.createGroup(
      V3NewGroup(name: "ops", domainID: "d1", description: "Operators")
    )
    #expect(
      group == V3Group(id: V3Fixture.ops, name: "ops", domainID: V3Fixture.corp, description: "")
    )
    #expect(group.hasDatabaseID)
    #expect(try await client.group(id: "g1") == group)
    try await client.updateGroup(id: "g1", V3GroupUpdate(name: "dev", description: "x"))
    #expect(try await client.groups(ofDomain: "d1") == [group])
    _ = try await client.groups(ofDomain: "d1", named: "ops")
    try await client.deleteGroup(id: "g1")
    #expect(
      await transport.lines == [
        "POST \(Self.url) "
          + #"{"group":{"description":"Operators","domain_id":"d1","name":"ops"}}"#,
        "GET \(Self.url)/g1",
        #"PATCH \#(Self.url)/g1 {"group":{"description":"x","name":"dev"}}"#,
        "GET \(Self.url)?domain_id=d1&limit=1000",
        "GET \(Self.url)?domain_id=d1&name=ops&limit=1000",
        "DELETE \(Self.url)/g1",
      ]
    )
  }
}
