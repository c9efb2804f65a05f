import Synchronization
import TestSupport
import Testing

@testable import Convergence

@Suite struct RetrierTests {
  private static let passing = BackendFailure.keystone(500)
  private static let final = BackendFailure.keystone(403)

  /// Fails a number of times, then gives how often it was asked.
  private final class Script: Sendable {
    private let calls = Mutex(0)
    private let failures: Int
    private let error: BackendFailure

    init(failing failures: Int, with error: BackendFailure = RetrierTests.passing) {
      self.failures = failures
      self.error = error
    }

    var callCount: Int { calls.withLock(\.self) }

    func ask() throws(BackendFailure) -> Int {
      let call = calls.withLock { calls in
        calls += 1
        return calls
      }
      if call <= failures { throw error }
      return call
    }
  }

  private func retrier(
    _ clock: ManualClock,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) -> Retrier {
    Retrier(policy: RetryPolicy(), clock: clock, jitter: { 1 }, isStopped: isStopped)
  }

  @Test func restsOnlyWhereAnythingIsWaitedFor() async {
    let clock = ManualClock()
    await retrier(clock).rest(.milliseconds(500))
    #expect(clock.slept == [.milliseconds(500)])
    await retrier(clock, isStopped: { true }).rest(.seconds(1))
    await Retrier(policy: RetryPolicy(ceiling: .zero), clock: clock).rest(.seconds(1))
    #expect(clock.slept.count == 1)
  }

  @Test func whatFailsApartSaysNothingOfTheRun() async throws {
    let clock = ManualClock()
    let retrier = retrier(clock)
    let script = Script(failing: 1_000)
    let apart = retrier.apart(ceiling: .seconds(3))
    await #expect(throws: Self.passing) {
      try await apart.retrying { () throws(BackendFailure) in try script.ask() }
    }
    #expect(script.callCount > 1)
    #expect(clock.totalSlept <= .seconds(3))
    try await made(retrier)
    #expect(retrier.apart(ceiling: .seconds(90)).policy.ceiling == RetryPolicy().ceiling)
  }

  private func made(_ retrier: Retrier) async throws {
    _ = try await retrier.retrying { () throws(BackendFailure) in true }
  }

  @Test func saysWhenAPauseBeginsAndEnds() async throws {
    let told = Mutex<[Retrier.Pause]>([])
    let retrier = Retrier(
      policy: RetryPolicy(),
      clock: ManualClock(),
      jitter: { 1 },
      onPause: { pause in told.withLock { $0.append(pause) } }
    )
    try await made(retrier)
    let script = Script(failing: 2)
    _ = try await retrier.retrying { () throws(BackendFailure) in try script.ask() }
    #expect(
      told.withLock(\.self) == [
        .begins(after: .zero, limit: .seconds(60), because: Self.passing), .ends,
        .begins(after: .milliseconds(100), limit: .seconds(60), because: Self.passing), .ends,
      ]
    )
  }

  @Test func shortestPauseIsNeverShorter() async throws {
    let clock = ManualClock()
    let retrier = retrier(clock)
    try await made(retrier)
    var waiting = Retrier.Waiting(retrier, limit: .seconds(1), shortest: .milliseconds(300))
    while await waiting.pause() {}
    #expect(clock.slept == [.milliseconds(300), .milliseconds(300), .milliseconds(400)])
  }

  @Test func triesAgainUntilItGoesWell() async throws {
    let clock = ManualClock()
    let script = Script(failing: 3)
    let value = try await retrier(clock).retrying { () throws(BackendFailure) in
      try script.ask()
    }
    #expect(value == 4)
    #expect(clock.slept == [.milliseconds(100), .milliseconds(200), .milliseconds(400)])
  }

  @Test func makesALastTryWhenTimeIsUp() async throws {
    let clock = ManualClock()
    let retrier = retrier(clock)
    try await made(retrier)
    let script = Script(failing: .max)
    await #expect(throws: Self.passing) {
      try await retrier.retrying { () throws(BackendFailure) in try script.ask() }
    }
    #expect(clock.totalSlept == .seconds(60))
    #expect(script.callCount == clock.slept.count + 1)
  }

  @Test func givesUpSoonerWhereNothingWasEverAnswered() async {
    let clock = ManualClock()
    let script = Script(failing: .max)
    await #expect(throws: Self.passing) {
      try await retrier(clock).retrying { () throws(BackendFailure) in try script.ask() }
    }
    #expect(clock.totalSlept == .seconds(3))
  }

  @Test func doesNotRepeatWhatIsFinal() async {
    let clock = ManualClock()
    let script = Script(failing: .max, with: Self.final)
    await #expect(throws: Self.final) {
      try await retrier(clock).retrying { () throws(BackendFailure) in try script.ask() }
    }
    #expect(script.callCount == 1)
    #expect(clock.slept.isEmpty)
  }

  @Test func doesNotRepeatOnceStopped() async {
    let script = Script(failing: .max)
    // Somebody stops the run while the first attempt is under way.
    let retrier = retrier(ManualClock(), isStopped: { script.callCount > 0 })
    await #expect(throws: Self.passing) {
      try await retrier.retrying { () throws(BackendFailure) in try script.ask() }
    }
    #expect(script.callCount == 1)
  }

  @Test func beginsNothingOnceStopped() async {
    let script = Script(failing: 0)
    let retrier = retrier(ManualClock(), isStopped: { true })
    #expect(retrier.isRunStopped)
    await #expect(throws: BackendFailure.stopped) {
      try await retrier.retrying { () throws(BackendFailure) in try script.ask() }
    }
    #expect(script.callCount == 0)
  }

  @Test func countsFromTheFirstFailureAndNotFromTheRequestBeforeIt() async throws {
    let clock = ManualClock()
    let retrier = retrier(clock)
    try await made(retrier)
    var waiting = Retrier.Waiting(retrier)
    clock.advance(by: .seconds(300))
    #expect(await waiting.pause())
    clock.advance(by: .seconds(61))
    #expect(await !waiting.pause())
  }

  @Test func keepsToALowerLimit() async throws {
    let clock = ManualClock()
    let retrier = retrier(clock)
    try await made(retrier)
    var waiting = Retrier.Waiting(retrier, limit: .milliseconds(350))
    while await waiting.pause() {}
    #expect(clock.slept == [.milliseconds(100), .milliseconds(200), .milliseconds(50)])
  }

  @Test func lastPauseIsNotCutBelowTheShortest() async throws {
    let clock = ManualClock()
    let retrier = retrier(clock)
    try await made(retrier)
    var waiting = Retrier.Waiting(retrier, limit: .milliseconds(700), shortest: .milliseconds(300))
    while await waiting.pause() {}
    #expect(clock.slept == [.milliseconds(300), .milliseconds(300)])
  }

  @Test func oneThatNeverRetriesDoesNot() async {
    let script = Script(failing: .max)
    await #expect(throws: Self.passing) {
      try await Retrier.once.retrying { () throws(BackendFailure) in try script.ask() }
    }
    #expect(script.callCount == 1)
  }
}
