import IdentityModel
import Reconciliation
import Testing

@testable import Convergence

@Suite("What is immutable stays, and the rest is done")
struct ImmutableObjectsTests {
  /// A cloud whose tenant is immutable, and a seed that describes it anew and says so.
  private static func backend(_ faults: Fault...) -> InMemoryBackend {
    var tables = KeystoneTables.made()
    tables.tenants["tenant-service"]?.options[.immutable] = .flag(true)
    return InMemoryBackend(InMemoryKeystone(tables, kind: .updating), faults: faults)
  }

  private static let desired: DesiredState = {
    var desired = DesiredState.make()
    desired.tenants[1].description = "changed"
    desired.tenants[1].options[.immutable] = .flag(true)
    return desired
  }()

  @Test("one that the seed says is immutable is opened, changed and closed in three requests")
  func opens() async throws {
    let backend = Self.backend()
    let converger = Converger(backend: backend, options: .make())
    #expect(try await converger.converge(to: Self.desired).word == "converged")
    #expect(
      await backend.writes.map(\.description) == Array(repeating: "update tenant service", count: 3)
    )
    let tenant = await backend.keystone.tables.tenants["tenant-service"]
    #expect(tenant?.description == "changed" && tenant?.isImmutable == true)
    await backend.forgetCalls()
    #expect(try await converger.converge(to: Self.desired).outcomes.isEmpty)
    #expect(await backend.writes.isEmpty)
  }

  @Test("it is closed as well where the change is refused")
  func closes() async throws {
    let backend = Self.backend(Fault(.refuse(.keystone(400)), of: "update tenant service", 2...2))
    let converger = Converger(backend: backend, options: .make())
    #expect(try await converger.converge(to: Self.desired).word == "failed")
    let tenant = await backend.keystone.tables.tenants["tenant-service"]
    #expect(tenant?.description != "changed" && tenant?.isImmutable == true)
  }

  @Test("a run that was killed in between is finished by the next one")
  func killed() async throws {
    let backend = Self.backend(.killed(afterWrites: 1))
    let keystone = backend.keystone
    let killed = try await Converger(backend: backend, options: .make()).converge(to: Self.desired)
    #expect(killed.word == "failed")
    #expect(await keystone.tables.tenants["tenant-service"]?.isImmutable == false)
    let next = Converger(backend: InMemoryBackend(keystone), options: .make())
    #expect(try await next.converge(to: Self.desired).word == "converged")
    let tenant = await keystone.tables.tenants["tenant-service"]
    #expect(tenant?.description == "changed" && tenant?.isImmutable == true)
  }

  @Test("no request is sent that would be refused, and the difference is said to be left")
  func apply() async throws {
    var tables = KeystoneTables.made()
    tables.roles["role-old"] = Role(
      name: "old",
      options: ResourceOptions([.immutable: .flag(true)])
    )
    tables.tenants["tenant-service"]?.options[.immutable] = .flag(true)
    tables.tenants["tenant-gone"] = Tenant(
      name: "gone",
      options: ResourceOptions([.immutable: .flag(true)])
    )
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
