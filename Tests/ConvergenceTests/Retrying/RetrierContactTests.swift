import Convergence
import KeystoneClient
import Testing

/// Whether a server was ever there decides whether it is waited for.
@Suite struct RetrierContactTests {
  private let clock = SteppingClock()
  private let retrier: Retrier

  init() {
    retrier = Retrier(policy: RetryPolicy(), clock: clock, jitter: { 1 }, date: { 784_111_777 })
  }

  /// Fails always; how long was waited in all.
  private func waited(for error: KeystoneError) async -> Duration {
    let before = clock.slept.reduce(.zero, +)
    let thrown = await #expect(throws: KeystoneError.self) {
      try await retrier.retrying { () throws(KeystoneError) -> Void in throw error }
    }
    #expect(thrown?.reason == error.reason)
    return clock.slept.reduce(.zero, +) - before
  }

  private func failure(
    _ kind: TransportError.Kind,
    at server: String = "http://192.0.2.1:35357"
  ) -> KeystoneError {
    KeystoneError(
      .transport(TransportError(kind)),
      of: RequestSummary(method: .get, path: "/v2.0/users", server: server)
    )
  }

  @Test(arguments: [TransportError.Kind.connectionFailed, .emptyReply, .timedOut, .nameNotResolved])
  func nobodyWhoWasNeverThereIsWaitedFor(kind: TransportError.Kind) async {
    #expect(await waited(for: failure(kind)) == .zero)
  }

  @Test func answerOfOneServerSaysNothingOfAnother() async {
    retrier.noteAnswer(from: "http://192.0.2.1:5000")
    #expect(await waited(for: failure(.connectionFailed)) == .zero)
    retrier.noteAnswer(from: "http://192.0.2.1:35357")
    #expect(await waited(for: failure(.connectionFailed)) > .seconds(50))
  }

  @Test func proxyWhoseKeystoneIsAwayIsThere() async {
    let away = KeystoneError(
      .refused(Refusal(status: 503, speaker: .html)),
      of: RequestSummary(method: .get, path: "/", server: "http://192.0.2.1:35357")
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

  @Test(arguments: [TransportError.Kind.tlsFailed, .tlsConfiguration, .protocolViolation])
  func whatCannotMendIsNotRepeated(kind: TransportError.Kind) async {
    retrier.noteAnswer(from: "http://192.0.2.1:35357")
    #expect(await waited(for: failure(kind)) == .zero)
  }

  // MARK: Retry-After

  private func busy(_ status: Int, _ retryAfter: String) -> KeystoneError {
    KeystoneError(.refused(Refusal(status: status, retryAfter: retryAfter)))
  }

  @Test(arguments: [429, 503])
  func serverThatSaysWhenIsAskedThen(status: Int) async throws {
    var failures = 1
    try await retrier.retrying { () throws(KeystoneError) in
      defer { failures -= 1 }
      if failures > 0 { throw busy(status, "7") }
    }
    #expect(clock.slept == [.milliseconds(7100)])
  }

  @Test func dateIsUnderstood() async throws {
    var failures = 1
    try await retrier.retrying { () throws(KeystoneError) in
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
    let thrown = await #expect(throws: KeystoneError.self) {
      try await retrier.retrying { () throws(KeystoneError) -> Void in throw error }
    }
    #expect(thrown?.declinedWait == declined)
  }

  @Test(arguments: [500, 502, 503, 504, 429])
  func firstAnswerIsTrustedWhereThatIsWanted(status: Int) {
    var policy = RetryPolicy()
    policy.trustsFirstAnswer = true
    let error = KeystoneError(.refused(Refusal(status: status)))
    #expect(policy.ceiling(after: error, hasContact: false) == .seconds(60))
    let nobody = KeystoneError(.transport(TransportError(.connectionFailed)))
    #expect(policy.ceiling(after: nobody, hasContact: false) == nil)
  }

  @Test func otherStatusesSayNothingByIt() {
    #expect(busy(500, "7").comeback == nil)
    #expect(busy(503, "7").comeback == "7")
  }
}
