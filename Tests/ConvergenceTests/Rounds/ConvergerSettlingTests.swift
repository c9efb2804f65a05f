import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import Convergence

/// What a converger makes of readings that lag behind, or catch another run half way.
struct ConvergerSettlingTests {
  private func converger(_ backend: InMemoryBackend, _ clock: ManualClock) -> Converger {
    let retrier = Retrier(policy: RetryPolicy(), clock: clock, jitter: { 1 })
    return Converger(backend: backend, options: .make(), retrier: retrier)
  }

  /// A cloud in which one list lacks what was made, for so many readings after the write.
  private func lagging(_ count: Int, _ kind: KeystoneKind) -> InMemoryBackend {
    let hides = Fault(.lag { $0.services = [:] }, of: "list service", 2...(count + 1))
    return InMemoryBackend(InMemoryKeystone(kind: kind), faults: [hides])
  }

  @Test(
    "what was just made and is not read yet is not made again",
    arguments: 1...3,
    KeystoneKind.allCases
  )
  func staleRead(readings: Int, kind: KeystoneKind) async throws {
    let backend = lagging(readings, kind)
    let clock = ManualClock()
    let result = try await converger(backend, clock).converge(to: .make())
    #expect(result.word == "converged")
    #expect(await backend.writes.count { $0.description.hasPrefix("create service") } == 2)
    #expect(clock.slept.count == readings)
  }

  @Test("a first plan that only adds is read once", arguments: KeystoneKind.allCases)
  func readsOnce(kind: KeystoneKind) async throws {
    let backend = InMemoryBackend(InMemoryKeystone(kind: kind))
    let clock = ManualClock()
    let planned = try await converger(backend, clock).settledPlan(.make())
    #expect(!planned.plan.isEmpty)
    #expect(clock.slept.isEmpty)
  }

  @Test(
    "doubles that another run takes away in the meantime are none of ours",
    arguments: KeystoneKind.allCases
  )
  func passingDoubles(kind: KeystoneKind) async throws {
    var tables = KeystoneTables.made()
    tables.add(.make(.nova, description: "Compute"), id: "a-double")
    let cleaned = Fault(.precede { $0.services["a-double"] = nil }, of: "list service", 2...2)
    let backend = InMemoryBackend(InMemoryKeystone(tables, kind: kind), faults: [cleaned])
    let planned = try await converger(backend, ManualClock()).settledPlan(.make())
    #expect(planned.plan.isEmpty)
  }

  @Test(
    "another run is given as long to take its doubles away as a row may take to appear",
    arguments: KeystoneKind.allCases
  )
  func slowDoubles(kind: KeystoneKind) async throws {
    var tables = KeystoneTables.made()
    tables.add(.make(.nova, description: "Compute"), id: "a-double")
    let clock = ManualClock()
    let cleaned = Fault(.precede { $0.services["a-double"] = nil }, of: "list service", 6...6)
    let backend = InMemoryBackend(InMemoryKeystone(tables, kind: kind), faults: [cleaned])
    let doubts = PlanDoubts(isUnwelcome: \.isDestructive)
    let planned = try await converger(backend, clock).settledPlan(.make(), doubts: doubts)
    #expect(planned.plan.isEmpty)
    #expect(clock.totalSlept > RetryPolicy().replicationTime)
  }

  @Test(
    "doubles that stay are believed when they are read again, or when time is up",
    arguments: KeystoneKind.allCases
  )
  func lastingDoubles(kind: KeystoneKind) async throws {
    var tables = KeystoneTables.made()
    tables.add(.make(.nova, description: "Compute"), id: "a-double")
    let backend = InMemoryBackend(InMemoryKeystone(tables, kind: kind))
    let clock = ManualClock()
    let planned = try await converger(backend, clock).settledPlan(.make())
    #expect(planned.plan.isDestructive)
    #expect(clock.slept == [.milliseconds(500)])

    let patient = ManualClock()
    let doubts = PlanDoubts(isUnwelcome: \.isDestructive)
    _ = try await converger(backend, patient).settledPlan(.make(), doubts: doubts)
    let waited = patient.totalSlept
    #expect(waited > .milliseconds(500))
    #expect(waited <= RetryPolicy().settlingTime)
  }
}
