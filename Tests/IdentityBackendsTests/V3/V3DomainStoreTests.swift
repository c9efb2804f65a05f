import Convergence
import IdentityModel
import KeystoneClient
import Reconciliation
import Testing

@testable import IdentityBackends

@Suite struct V3DomainStoreTests {
  static let list = (
    status: 200,
    body: """
    {"domains": [{"id": "default", "name": "Grown", "enabled": true, "description": "First"},
    {"id": "d1", "name": "heat", "enabled": false, "options": {"immutable": true}}]}
    """
  )

  @Test func `the default domain is known by its ID, whatever it is called`() async throws {
    let backend = V3Backend.make(ScriptedTransport(Self.list))
    #expect(
      try await backend.domains.list() == [
        Live(id: "default", Domain(name: "Default", description: "First", enabled: true)),
        Live(
          id: "d1",
          Domain(name: "heat", enabled: false, options: ResourceOptions([.immutable: .flag(true)]))
        ),
      ]
    )
  }

  @Test func `one is made, changed and deleted`() async throws {
    let domain = (201, #"{"domain": {"id": "d2", "name": "lab", "enabled": true}}"#)
    let transport = ScriptedTransport(domain, (200, domain.1), (204, ""))
    let store = V3Backend.make(transport).domains
    let lab = Domain(name: "lab", description: "Ours", enabled: false)
    #expect(try await store.create(lab) == "d2")
    try await store.updater?.update(lab, id: "d2", [.enabled])
    try await store.delete(id: "d2")
    #expect(
      await transport.lines == [
        #"POST /v3/domains {"domain":{"description":"Ours","enabled":false,"name":"lab"}}"#,
        #"PATCH /v3/domains/d2 {"domain":{"enabled":false}}"#, "DELETE /v3/domains/d2",
      ]
    )
  }
}
