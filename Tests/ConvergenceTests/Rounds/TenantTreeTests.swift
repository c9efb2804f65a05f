import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import Convergence

struct TenantTreeTests {
  private static let refused = StepOutcome.Result.failed(.request(.keystone(403)))

  private static func deletion(_ name: QualifiedName) -> Change {
    Change(.delete, .tenant(name), liveID: "tenant-\(name)", reason: .declaredAbsent)
  }

  @Test("what was refused is tried again while others go well, and no longer")
  func rest() {
    let (parent, child) = (Self.deletion("parent"), Self.deletion("child"))
    var tree = TenantTree([StepOutcome(parent, Self.refused), StepOutcome(child, .done)])
    #expect(tree.rest?.changes == [parent])
    tree.take([StepOutcome(parent, Self.refused)])
    #expect(tree.rest == nil)
    tree = TenantTree([StepOutcome(parent, Self.refused), StepOutcome(child, .done)])
    tree.take([StepOutcome(parent, .done)])
    #expect(tree.rest == nil)
    #expect(tree.outcomes.map(\.isDone) == [true, true])
  }

  @Test("a tenant is free by others that go, or are disabled or enabled, and by nothing else")
  func others() {
    let disabled = FieldChange(.enabled, from: .flag(true), to: .flag(false))
    let described = FieldChange(.description, from: nil, to: .text("d"))
    func update(_ fields: [FieldChange]) -> Change {
      Change(.update, .tenant("p"), liveID: "p", fields: fields)
    }
    let parent = StepOutcome(update([disabled]), Self.refused)
    let other = Change(.update, .tenant("c"), liveID: "c", fields: [disabled])
    #expect(TenantTree([parent, StepOutcome(other, .done)]).rest?.changes == [parent.change])
    #expect(TenantTree([parent, StepOutcome(update([described]), .done)]).rest == nil)
    #expect(TenantTree([parent, StepOutcome(Change(.create, .tenant("x")), .done)]).rest == nil)
    let user = StepOutcome(Change(.delete, .user("u"), liveID: "u"), .done)
    #expect(TenantTree([parent, user]).rest == nil)
    let broken = StepOutcome(Self.deletion("q"), .failed(.request(.keystone(500))))
    #expect(TenantTree([broken, StepOutcome(other, .done)]).rest == nil)
  }

  @Test("tenants below one another go in one run, in whatever order they are planned")
  func oneRun() async throws {
    var tables = KeystoneTables.made()
    for name in ["a", "b", "c"] as [QualifiedName] { tables.add(Tenant(name: name)) }
    // Of a, b is a child, and of b, c.
    let faults = [
      Fault(.refuse(.keystone(403, "not a leaf")), of: "delete tenant tenant-a", 1...2),
      Fault(.refuse(.keystone(403, "not a leaf")), of: "delete tenant tenant-b", 1...1),
    ]
    let keystone = InMemoryKeystone(tables)
    let backend = InMemoryBackend(keystone, faults: faults)
    var desired = DesiredState.make()
    desired.absent.tenants = ["a", "b", "c"]
    let result = try await Converger(backend: backend, options: .make()).converge(to: desired)
    #expect(result.word == "converged")
    #expect(result.outcomes.filter(\.isCounted).count == 3)
    #expect(await keystone.tables.tenants.count == 2)
    #expect(await backend.calls.count { $0.description == "delete tenant tenant-c" } == 1)
  }

  @Test("one below which others stay is a failure, told once")
  func stays() async throws {
    var tables = KeystoneTables.made()
    for name in ["a", "b"] as [QualifiedName] { tables.add(Tenant(name: name)) }
    let faults = [
      Fault(.refuse(.keystone(403, "not a leaf")), of: "delete tenant tenant-a", 1...100)
    ]
    let backend = InMemoryBackend(InMemoryKeystone(tables), faults: faults)
    var desired = DesiredState.make()
    desired.absent.tenants = ["a", "b"]
    let result = try await Converger(backend: backend, options: .make()).converge(to: desired)
    #expect(result.word == "failed")
    #expect(result.lastOutcomes.filter { !$0.isDone }.map(\.line) == ["- tenant a: failed, 403"])
    #expect(await backend.calls.count { $0.description == "delete tenant tenant-a" } == 2)
  }
}
