import Convergence
import TestSupport
import Testing

/// How much time a try is given.
@Suite struct RetrierWaitingTests {
  private let clock = ManualClock()
  private let retrier: Retrier
  private let away = BackendFailure.keystone(503)
  private let outOfTime = BackendFailure.transport(.timedOut)

  init() {
    retrier = Retrier(policy: RetryPolicy(), clock: clock, jitter: { 1 })
    retrier.noteAnswer(from: "http://192.0.2.1:35357")
  }

  @Test func firstTryTakesAsLongAsItTakesAndTheOthersWhatIsLeft() async throws {
    var left: [Duration?] = []
    try await retrier.retrying { () throws(BackendFailure) in
      left.append(TimeBudget.timeLeft)
      clock.advance(by: .seconds(20))
      if left.count < 4 { throw away }
    }
    // From the first failure on: 60 s, less 100 ms; 20 s and 200 ms later; 20 s and 400 ms later.
    #expect(
      left == [nil, .milliseconds(59_900), .milliseconds(39_700), .milliseconds(19_300)]
    )
  }

  @Test func noTryIsTooShortToGoWell() async throws {
    var waiting = Retrier.Waiting(retrier, limit: .milliseconds(100))
    #expect(await waiting.pause(after: away))
    try await waiting.inTime { () throws(BackendFailure) in
      #expect(TimeBudget.timeLeft == .seconds(1))
    }
  }

  @Test func tryThatWasCutShortDoesNotHideWhatWasWrong() async {
    var tries = 0
    await #expect(throws: away) {
      try await retrier.retrying { () throws(BackendFailure) in
        tries += 1
        if tries == 1 { throw away }
        clock.advance(by: .seconds(60))
        throw outOfTime
      }
    }
    #expect(tries == 2)
  }

  @Test func readThatWasCutShortDoesNotHideThatTheServerIsBusy() async {
    let list = BackendFailure.Request(server: "http://192.0.2.1:35357", isRead: true)
    let busy = BackendFailure.keystone(503, comeback: "1", of: list)
    var tries = 0
    await #expect(throws: busy) {
      try await retrier.retrying { () throws(BackendFailure) in
        tries += 1
        if tries == 1 { throw busy }
        clock.advance(by: .seconds(60))
        throw BackendFailure.transport(.timedOut, of: list)
      }
    }
  }

  @Test func whatMayHaveBeenDoneIsNotHiddenByWhatWasNot() async {
    let refused = BackendFailure.transport(.connectionFailed)
    var tries = 0
    await #expect(throws: outOfTime) {
      try await retrier.retrying { () throws(BackendFailure) in
        tries += 1
        if tries == 1 { throw refused }
        clock.advance(by: .seconds(60))
        throw outOfTime
      }
    }
  }
}
