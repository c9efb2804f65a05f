import IdentityModel
import Reconciliation
import TestSupport
import Testing
import Texts

@testable import Convergence

/// How long a run waits in all, however much it has to do.
@Suite struct ConvergerOutageTests {
  private let clock = ManualClock()
  private let retrier: Retrier

  init() {
    retrier = Retrier(policy: RetryPolicy(), clock: clock, jitter: { 1 })
  }

  private static let desired: DesiredState = {
    var desired = DesiredState()
    desired.tenants = (0..<40).map { Tenant(name: QualifiedName("tenant \($0)")) }
    return desired
  }()

  private func converger(_ backend: InMemoryBackend, parallelism: Int = 4) -> Converger {
    Converger(backend: backend, options: .make(parallelism: parallelism), retrier: retrier)
  }

  /// How many of the changes failed or are not known, and how many were not tried.
  private func counts(_ result: ApplyResult) -> [Int] {
    [
      result.outcomes.count { !$0.isDone && !$0.isUntried },
      result.outcomes.count(where: \.isUntried),
    ]
  }

  @Test("what waits for a dead Keystone waits once for all", arguments: [0, 7])
  func death(writesBefore: Int) async throws {
    let keystone = InMemoryKeystone()
    let planned = try await converger(InMemoryBackend(keystone)).plan(Self.desired)
    let fault = Fault.Effect.refuse(.transport(.connectionFailed))
    let dying = InMemoryBackend(
      keystone,
      faults: [
        Fault(fault, (writesBefore + 1)...Int.max, where: \.isWrite),
        Fault(fault, 1...Int.max) { !$0.isWrite },
      ]
    )
    let result = await converger(dying).apply(
      planned,
      desired: Self.desired,
      monitor: ApplyMonitor()
    )
    #expect(result.word == "gave up and not read")
    #expect(counts(result) == [4, 36 - writesBefore])
    #expect(clock.now.offset < .seconds(70))
  }

  @Test("a Keystone that takes no write is waited for once", arguments: [503, 504])
  func writes(status: Int) async throws {
    let backend = InMemoryBackend(
      InMemoryKeystone(),
      faults: [Fault(.refuse(.proxy(status)), 1...Int.max, where: \.isWrite)]
    )
    let result = try await converger(backend).converge(to: Self.desired)
    #expect(result.word == "gave up")
    #expect(counts(result) == [4, 36])
    #expect(clock.now.offset < .seconds(80))
  }

  @Test("objects that are refused one after the other are all tried, and soon not as often")
  func refusals() async throws {
    let backend = InMemoryBackend(
      InMemoryKeystone(),
      faults: [Fault(.refuse(.keystone(500)), 1...Int.max, where: \.isWrite)]
    )
    let result = try await converger(backend).converge(to: Self.desired)
    #expect(result.word == "failed")
    #expect(counts(result) == [40, 0])
    #expect(clock.now.offset < .seconds(60))
  }

  @Test("one write that goes well is worth going on for")
  func exception() async throws {
    let backend = InMemoryBackend(
      InMemoryKeystone(),
      faults: [
        Fault(.refuse(.proxy(503)), 1...Int.max) { $0.description == "create tenant tenant 0" }
      ]
    )
    let result = try await converger(backend).converge(to: Self.desired)
    #expect(result.word == "failed")
    #expect(counts(result) == [1, 0])
  }

  @Test("logins that nobody answers are waited for once for all")
  func logins() async throws {
    var tables = KeystoneTables()
    var desired = DesiredState()
    for number in 0..<40 {
      let user = User(name: QualifiedName("user \(number)"))
      tables.users["user-\(number)"] = .init(user: user, password: Secret("old"))
      desired.users.append(user)
      desired.passwords[user.name] = Secret("new")
    }
    let backend = InMemoryBackend(
      InMemoryKeystone(tables),
      faults: [
        Fault(.refuse(.transport(.timedOut)), 1...Int.max) { $0.verb == .login }
      ]
    )
    // One at a time, so that all lists are in before the first login: one that came in later would
    // have gone well, and have ended the outage.
    _ = try await converger(backend, parallelism: 1).plan(desired)
    #expect(clock.now.offset > .seconds(50))
    #expect(clock.now.offset < .seconds(70))
  }
}
