import Convergence
import TestSupport
import Testing

/// Whether a server was ever there decides whether it is waited for.
@Suite struct RetrierContactTests {
  private let clock = ManualClock()
  private let retrier: Retrier

  init() {
    retrier = Retrier(policy: RetryPolicy(), clock: clock, jitter: { 1 }, date: { 784_111_777 })
  }

  /// Fails always; how long was waited in all.
  private func waited(for error: BackendFailure) async -> Duration {
    let before = clock.totalSlept
    let thrown = await #expect(throws: BackendFailure.self) {
      try await retrier.retrying { () throws(BackendFailure) -> Void in throw error }
    }
    #expect(thrown?.words == error.words)
    return clock.totalSlept - before
  }

  private func failure(
    _ kind: BackendFailure.Silence,
    at server: String = "http://192.0.2.1:35357"
  ) -> BackendFailure {
    .transport(kind, of: BackendFailure.Request(server: server, isRead: true))
  }

  @Test(arguments: [
    BackendFailure.Silence.connectionFailed, .emptyReply, .timedOut, .nameNotResolved,
  ])
  func nobodyWhoWasNeverThereIsWaitedFor(kind: BackendFailure.Silence) async {
    #expect(await waited(for: failure(kind)) == .zero)
  }

  @Test func answerOfOneServerSaysNothingOfAnother() async {
    retrier.noteAnswer(from: "http://192.0.2.1:5000")
    #expect(await waited(for: failure(.connectionFailed)) == .zero)
    retrier.noteAnswer(from: "http://192.0.2.1:35357")
    #expect(await waited(for: failure(.connectionFailed)) > .seconds(50))
  }

  @Test func proxyWhoseKeystoneIsAwayIsThere() async {
    let away = BackendFailure.proxy(
      503,
      of: BackendFailure.Request(server: "http://192.0.2.1:35357", isRead: true)
    )
    #expect(await waited(for: away) == .zero)
    retrier.noteAnswer(from: "http://192.0.2.1:5000")
    #expect(await waited(for: away) > .seconds(50))
  }

  @Test func nameThatHasNoAddressAnyMoreIsLookedUpAFewTimes() async {
    retrier.noteAnswer(from: "http://192.0.2.1:35357")
    let waited = await waited(for: failure(.nameNotResolved))
    #expect(waited > .zero)
    #expect(waited <= .seconds(3))
  }

  @Test(arguments: [BackendFailure.Silence.tlsFailed, .tlsConfiguration, .protocolViolation])
  func whatCannotMendIsNotRepeated(kind: BackendFailure.Silence) async {
    retrier.noteAnswer(from: "http://192.0.2.1:35357")
    #expect(await waited(for: failure(kind)) == .zero)
  }

  // MARK: Retry-After

  private func busy(_ status: Int, _ retryAfter: String) -> BackendFailure {
    BackendFailure.keystone(status, comeback: retryAfter)
  }

  @Test(arguments: [429, 503])
  func serverThatSaysWhenIsAskedThen(status: Int) async throws {
    var failures = 1
    try await retrier.retrying { () throws(BackendFailure) in
      defer { failures -= 1 }
      if failures > 0 { throw busy(status, "7") }
    }
    #expect(clock.slept == [.milliseconds(7100)])
  }

  @Test func dateIsUnderstood() async throws {
    var failures = 1
    try await retrier.retrying { () throws(BackendFailure) in
      defer { failures -= 1 }
      if failures > 0 { throw busy(503, "Sun, 06 Nov 1994 08:49:47 GMT") }
    }
    #expect(clock.slept == [.milliseconds(10_100)])
  }

  @Test func laterThanTheCeilingIsNotWaitedFor() async {
    #expect(await waited(for: busy(503, "61")) == .zero)
    #expect(await waited(for: busy(503, "40")) == .milliseconds(40_100))
  }

  /// As long as is left is waited for, without the little more that others might come back after.
  @Test func allThatIsLeftIsWaitedFor() async {
    #expect(await waited(for: busy(503, "60")) == .seconds(60))
  }

  static let declined: [(String, DeclinedWait)] = [
    ("61", DeclinedWait(asked: .seconds(61), needed: .seconds(61))),
    // Asked for again, when there was less time.
    ("40", DeclinedWait(asked: .seconds(40), needed: .milliseconds(80_100))),
    ("60", DeclinedWait(asked: .seconds(60), needed: .seconds(120))),
  ]

  @Test(arguments: declined)
  func whatWasAskedForInVainIsSaid(retryAfter: String, declined: DeclinedWait) async {
    let error = busy(503, retryAfter)
    let thrown = await #expect(throws: BackendFailure.self) {
      try await retrier.retrying { () throws(BackendFailure) -> Void in throw error }
    }
    #expect(thrown?.declinedWait == declined)
  }

  @Test(arguments: [500, 502, 503, 504, 429])
  func firstAnswerIsTrustedWhereThatIsWanted(status: Int) {
    var policy = RetryPolicy()
    policy.trustsFirstAnswer = true
    let error = BackendFailure.keystone(status)
    #expect(policy.ceiling(after: error, hasContact: false) == .seconds(60))
    let nobody = BackendFailure.transport(.connectionFailed)
    #expect(policy.ceiling(after: nobody, hasContact: false) == nil)
  }
}
