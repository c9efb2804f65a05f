import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import Convergence

@Suite("A plan tells what it comes to for users, where it may come to something")
struct ConvergerConsequencesTests {
  private static let desired: DesiredState = {
    var desired = DesiredState()
    desired.roles = [Role(name: "lead"), Role(name: "reader")]
    desired.absent.implications = [Implication("lead", implies: "reader")]
    return desired
  }()

  private static let tables: KeystoneTables = {
    var tables = KeystoneTables()
    tables.add(roles: "lead", "reader", "other")
    tables.add(Tenant(name: "lab"))
    tables.add(User(name: "ann"))
    tables.add(User(name: "bob"))
    tables.add(RoleAssignment(user: "ann", tenant: "lab", role: "lead"))
    tables.add(RoleAssignment(user: "bob", tenant: "lab", role: "lead"))
    tables.add(RoleAssignment(user: "bob", tenant: "lab", role: "reader"))
    tables.implications = [ImplicationIDs(roleID: "role-lead", impliedID: "role-reader")]
    return tables
  }()

  private static let implication = ResourceKey.implication(Implication("lead", implies: "reader"))

  private func converger(_ backend: InMemoryBackend, _ clock: ManualClock) -> Converger {
    Converger(
      backend: backend,
      options: .make(),
      retrier: Retrier(policy: RetryPolicy(), clock: clock, jitter: { 1 })
    )
  }

  @Test func `who keeps the role by another way loses nothing`() async throws {
    let backend = InMemoryBackend(InMemoryKeystone(Self.tables, kind: .updating))
    let converger = converger(backend, ManualClock())
    let planned = try await converger.plan(Self.desired)
    await backend.forgetCalls()
    let told = await converger.tellingConsequences(of: planned)
    let change = try #require(told.plan.changes.first { $0.key == Self.implication })
    let role = EffectiveRole(.name("ann"), .tenant(.name("lab")), role: "reader")
    #expect(told.plan.consequences(of: change) == [Consequence(.loses, role)])
    #expect(told.plan.notes == planned.plan.notes)
    let calls = await backend.calls.map(\.description).sorted()
    #expect(calls == ["list granted assignment"], "what implies what was read for the plan")
  }

  @Test func `what was read to know whether the caller keeps its roles is not read again`()
    async throws
  {
    let backend = InMemoryBackend(InMemoryKeystone(Self.tables, kind: .updating), as: "bob")
    let converger = converger(backend, ManualClock())
    let planned = try await converger.plan(Self.desired)
    #expect(await backend.calls.map(\.description).contains("list granted assignment"))
    await backend.forgetCalls()
    let told = await converger.tellingConsequences(of: planned)
    let change = try #require(told.plan.changes.first { $0.key == Self.implication })
    let role = EffectiveRole(.name("ann"), .tenant(.name("lab")), role: "reader")
    #expect(told.plan.consequences(of: change) == [Consequence(.loses, role)])
    #expect(await backend.calls.map(\.description) == [])
  }

  @Test func `a plan without such a change asks for nothing`() async throws {
    var desired = Self.desired
    desired.absent.implications = []
    desired.roles.append(Role(name: "new"))
    let backend = InMemoryBackend(InMemoryKeystone(Self.tables, kind: .updating))
    let converger = converger(backend, ManualClock())
    let planned = try await converger.plan(desired)
    #expect(!planned.plan.isEmpty)
    await backend.forgetCalls()
    let told = await converger.tellingConsequences(of: planned)
    #expect(told.plan == planned.plan)
    #expect(await backend.calls.isEmpty)
  }

  @Test func `a backend without such lists is not asked, whatever goes`() async throws {
    var desired = Self.desired
    desired.absent.implications = []
    desired.absent.roles = ["other"]
    let backend = InMemoryBackend(InMemoryKeystone(Self.tables))
    let converger = converger(backend, ManualClock())
    let planned = try await converger.plan(desired)
    #expect(planned.plan.hasConsequences)
    await backend.forgetCalls()
    #expect(await converger.tellingConsequences(of: planned).plan == planned.plan)
    #expect(await backend.calls.isEmpty)
  }

  @Test(arguments: [403, 500])
  func `what cannot be read is said, and keeps nothing from being done`(status: Int) async throws {
    let clock = ManualClock()
    let backend = InMemoryBackend(
      InMemoryKeystone(Self.tables, kind: .updating),
      faults: [
        Fault(.refuse(.keystone(status, "No.")), 1...100) { $0.description.contains("granted") }
      ]
    )
    let converger = converger(backend, clock)
    let planned = try await converger.plan(Self.desired)
    let told = await converger.tellingConsequences(of: planned)
    #expect(told.plan.changes == planned.plan.changes)
    #expect(told.plan.changes.allSatisfy { told.plan.consequences(of: $0) == nil })
    guard case .consequencesUnknown(.unread(let reason))? = told.plan.notes.first else {
      Issue.record("\(told.plan.notes)")
      return
    }
    #expect(reason.contains("No."))
    #expect(clock.slept.reduce(.zero, +) <= RetryPolicy().replicationTime)
    let monitor = ApplyMonitor(allowsDestructiveRounds: true)
    let result = await converger.apply(told, desired: Self.desired, monitor: monitor)
    #expect(result.word == "converged")
  }
}
