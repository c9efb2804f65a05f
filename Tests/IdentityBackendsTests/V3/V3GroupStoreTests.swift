import Convergence
import IdentityModel
import KeystoneClient
import Reconciliation
import Testing

@testable import IdentityBackends

@Suite struct V3GroupStoreTests {
  private static func groups(_ rows: String) -> (status: Int, body: String) {
    (200, #"{"groups": [\#(rows)], "links": {"next": null}}"#)
  }

  @Test func `those of the domains that are looked into are listed`() async throws {
    let transport = ScriptedTransport(
      (200, #"{"domains": [{"id": "d1", "name": "corp", "enabled": true}]}"#),
      Self.groups(
        #"{"id": "g1", "name": "ops", "domain_id": "default", "description": "On call"}"#
      ),
      Self.groups(#"{"id": "g2", "name": "ops", "domain_id": "d1"}"#)
    )
    let backend = V3Backend.make(transport)
    await backend.look(into: ["corp": nil])
    #expect(
      try await backend.groups.list() == [
        Live(id: "g1", Group(name: "ops", description: "On call")),
        Live(id: "g2", Group(name: QualifiedName("ops", of: "corp"))),
      ]
    )
  }

  @Test func `members are listed, join and leave`() async throws {
    let transport = ScriptedTransport(
      (200, #"{"users": [{"id": "u", "name": "ann", "domain_id": "d1", "enabled": true}]}"#),
      (204, ""),
      (204, "")
    )
    let backend = V3Backend.make(transport)
    #expect(try await backend.members(ofGroup: "g") == ["u"])
    let ids = MembershipIDs(userID: "u", groupID: "g")
    try await backend.join(ids)
    try await backend.leave(ids)
    let lines = await transport.lines
    #expect(lines.count == 3 && lines[0].hasPrefix("GET /v3/groups/g/users"))
    #expect(lines.dropFirst() == ["PUT /v3/groups/g/users/u", "DELETE /v3/groups/g/users/u"])
  }

  @Test func `one is made, renamed, described and deleted`() async throws {
    let group = (201, #"{"group": {"id": "g", "name": "ops", "domain_id": "default"}}"#)
    let transport = ScriptedTransport(group, (200, group.1), (204, ""))
    let store = V3Backend.make(transport).groups
    let ops = Group(name: "ops", description: "On call")
    #expect(try await store.create(ops) == "g")
    try await store.updater?.update(ops, id: "g", [.name, .description])
    try await store.delete(id: "g")
    #expect(
      await transport.lines == [
        #"POST /v3/groups {"group":{"description":"On call","domain_id":"default","name":"ops"}}"#,
        #"PATCH /v3/groups/g {"group":{"description":"On call","name":"ops"}}"#,
        "DELETE /v3/groups/g",
      ]
    )
  }
}
