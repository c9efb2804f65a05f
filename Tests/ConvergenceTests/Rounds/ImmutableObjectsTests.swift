import IdentityModel
import Reconciliation
import Testing

@testable import Convergence

@Suite("What is immutable stays, and the rest is done")
struct ImmutableObjectsTests {
  @Test("no request is sent that would be refused, and the difference is said to be left")
  func apply() async throws {
    var tables = KeystoneTables.made()
    tables.roles["role-old"] = Role(name: "old", isImmutable: true)
    tables.tenants["tenant-service"]?.isImmutable = true
    tables.tenants["tenant-gone"] = Tenant(name: "gone", isImmutable: true)
    var desired = DesiredState.make()
    desired.tenants[0].description = "changed"
    desired.tenants[1].description = "changed"
    desired.absent.roles = ["old"]
    desired.absent.tenants = ["gone"]
    desired.assignments.append(RoleAssignment(user: "admin", tenant: "service", role: "Member"))
    let backend = InMemoryBackend(InMemoryKeystone(tables, kind: .updating))
    let converger = Converger(backend: backend, options: .make())
    let result = try await converger.converge(to: desired)
    #expect(result.word == "drift left")
    let areDone = result.outcomes.allSatisfy(\.isDone)
    #expect(areDone, "\(result.outcomes.map(\.line))")
    #expect(
      await backend.writes.map(\.description).sorted() == [
        "grant assignment admin has Member in service", "update tenant admin",
      ]
    )
  }
}
