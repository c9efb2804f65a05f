import IdentityModel
import Reconciliation
import Synchronization
import TestSupport
import Testing

@testable import Convergence

/// What a writer does when the run is stopped while its request is in flight: send no other.
struct ChangeWriterStopTests {
  /// Whether somebody has asked to stop.
  private final class Switch: Sendable {
    let isOn = Atomic(false)
  }

  /// Carries a step out, and stops the run while its write is under way.
  private func failure(
    of step: ResolvedStep,
    _ effect: Fault.Effect?,
    as user: QualifiedName? = nil
  ) async -> (failure: StepFailure?, calls: [BackendCall]) {
    let stop = Switch()
    let stopping = Fault(
      .precede { _ in stop.isOn.store(true, ordering: .relaxed) },
      where: \.isWrite
    )
    let backend = InMemoryBackend(
      InMemoryKeystone(.made()),
      as: user,
      faults: [stopping] + (effect.map { [Fault($0, where: \.isWrite)] } ?? [])
    )
    let retrier = Retrier(
      policy: RetryPolicy(),
      clock: ManualClock(),
      isStopped: { stop.isOn.load(ordering: .relaxed) }
    )
    let writer = ChangeWriter(backend: backend, live: LiveState(), retrier: retrier)
    var failure: StepFailure?
    do throws(StepFailure) {
      _ = try await writer.carryOut(step)
    } catch {
      failure = error
    }
    let calls = await backend.calls
    return (failure, calls)
  }

  @Test("whether a lost create was done stays unknown", arguments: ChangeWriterTests.all)
  func lostAnswer(_ creation: any ResourceDraft) async {
    let end = await failure(of: .create(creation), .refuse(.proxy(504)))
    #expect(end.failure?.word == "outcome unknown")
    #expect(end.calls.count == 1)
  }

  @Test("a name that is taken is not looked for, and not said to be somebody else's")
  func taken() async {
    let end = await failure(of: .create(Role(name: "new")), .refuse(.keystone(409)))
    #expect(end.failure?.word == "outcome unknown")
    #expect(end.calls.count == 1)
  }

  @Test("an endpoint whose region somebody else makes has not been made")
  func region() async {
    let endpoint = ChangeWriterTests.novaEndpoint
    let end = await failure(of: .create(endpoint, replaces: true), .refuse(.raced))
    #expect(end.failure?.word == "409")
    #expect(end.calls.count == 1)
  }

  @Test("the new row of a replacement is not read back")
  func replacement() async {
    let endpoint = ChangeWriterTests.novaEndpoint
    let end = await failure(of: .create(endpoint, replaces: true), nil)
    #expect(end.failure == nil)
    #expect(end.calls.count == 1)
  }

  @Test("nobody logs in any more with a password of one's own that was just set")
  func ownPassword() async {
    let done = await failure(of: ChangeWriterTests.ownPassword, nil, as: "admin")
    #expect(done.failure == nil)
    #expect(done.calls.count == 1)
    let lost = await failure(
      of: ChangeWriterTests.ownPassword,
      .loseAnswer(.proxy(502)),
      as: "admin"
    )
    #expect(lost.failure?.word == "outcome unknown")
    #expect(lost.calls.count == 1)
  }
}
