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
