import Convergence
import IdentityBackends
import KeystoneClient
import Synchronization
import TestSupport
import Testing

@testable import KeystoneSeedCLI

struct StartupWaitTests {
  let clock = ManualClock()

  private static let passing: [KeystoneError.Reason] = [
    .transport(TransportError(.connectionFailed)), .transport(TransportError(.emptyReply)),
    .refused(Refusal(status: 503, speaker: .html)), .refused(Refusal(status: 502)),
    .refused(Refusal(status: 500)),
  ]

  private static let lasting: [KeystoneError.Reason] = [
    .transport(TransportError(.tlsFailed)), .transport(TransportError(.invalidURL)),
    .refused(Refusal(status: 401)), .refused(Refusal(status: 404)), .notIdentityV2,
    .unreadable(.html, status: 200),
  ]

  /// Asks a Keystone that gives those errors first; how often it was asked, and what was thrown.
  private func wait(
    _ limit: Duration,
    through errors: [KeystoneError.Reason]
  ) async -> (asked: Int, error: BackendFailure?) {
    var asked = 0
    do {
      let wait = StartupWait(limit: limit, clock: clock, jitter: { 1 })
      try await wait.wait { () async throws(KeystoneError) in
        asked += 1
        if asked <= errors.count { throw KeystoneError(errors[asked - 1]) }
      }
      return (asked, nil)
    } catch let error as BackendFailure {
      return (asked, error)
    } catch {
      Issue.record(error)
      return (asked, nil)
    }
  }

  @Test func whatAnswersAtOnceIsNotWaitedFor() async {
    let result = await wait(.seconds(60), through: [])
    #expect(result.asked == 1)
    #expect(result.error == nil)
    #expect(clock.totalSlept == .zero)
  }

  @Test(arguments: passing)
  func whatPassesByItselfIsWaitedFor(reason: KeystoneError.Reason) async {
    let result = await wait(.seconds(60), through: Array(repeating: reason, count: 5))
    #expect(result.asked == 6)
    #expect(result.error == nil)
  }

  @Test(arguments: lasting)
  func whatDoesNotPassIsSaidAtOnce(reason: KeystoneError.Reason) async {
    let result = await wait(.seconds(60), through: [reason])
    #expect(result.asked == 1)
    #expect(result.error?.keystoneError?.reason == reason)
    #expect(clock.totalSlept == .zero)
  }

  @Test("A7 a wait that is over is an error, and the last one is told (os-cloud-config)")
  func endsWithTheLastError() async {
    let refused = KeystoneError.Reason.transport(TransportError(.connectionFailed))
    let starting = KeystoneError.Reason.refused(Refusal(status: 503, speaker: .html))
    let result = await wait(
      .seconds(60),
      through: [refused] + Array(repeating: starting, count: 1000)
    )
    #expect(result.error?.keystoneError?.reason == starting)
    // A second of the limit is left for the last question.
    #expect(clock.totalSlept == .seconds(59))
  }

  @Test func pausesDoubleUpToTwoSeconds() async {
    _ = await wait(
      .seconds(10),
      through: Array(repeating: .refused(Refusal(status: 503)), count: 6)
    )
    #expect(clock.totalSlept == .milliseconds(5100))
  }

  @Test func noQuestionTakesLongerThanIsLeft() async throws {
    var left: [Duration?] = []
    let wait = StartupWait(limit: .seconds(10), clock: clock, jitter: { 1 })
    await #expect(throws: BackendFailure.self) {
      try await wait.wait { () async throws(KeystoneError) in
        left.append(TimeBudget.timeLeft)
        try? await clock.sleep(for: .seconds(4))
        throw KeystoneError(.transport(TransportError(.timedOut)))
      }
    }
    #expect(left == [.seconds(10), .milliseconds(5900), .milliseconds(1700)])
  }

  @Test func pausesAreJitteredAndSaid() async throws {
    let told = Mutex<[Retrier.Pause]>([])
    let failure = KeystoneError(.refused(Refusal(status: 503)))
    var failures = 1
    let wait = StartupWait(limit: .seconds(10), clock: clock, jitter: { 0 }) { pause in
      told.withLock { $0.append(pause) }
    }
    try await wait.wait { () async throws(KeystoneError) in
      defer { failures -= 1 }
      if failures > 0 { throw failure }
    }
    #expect(clock.totalSlept == .milliseconds(50))
    #expect(
      told.withLock(\.self) == [
        .begins(after: .zero, limit: .seconds(10), because: BackendFailure(failure)), .ends,
      ]
    )
  }

  @Test func serverThatSaysWhenIsAskedThen() async {
    let busy = KeystoneError.Reason.refused(Refusal(status: 503, retryAfter: "5"))
    #expect(await wait(.seconds(10), through: [busy]).error == nil)
    #expect(clock.totalSlept == .seconds(5))
  }

  @Test func whatTheServerAskedForInVainIsSaid() async {
    let busy = KeystoneError.Reason.refused(Refusal(status: 503, retryAfter: "90"))
    let error = await wait(.seconds(10), through: [busy, busy]).error
    #expect(
      error?.declinedWait
        == DeclinedWait(asked: .seconds(90), needed: .seconds(99), course: .startup)
    )
    #expect(error?.message.hints.first == "It asks to wait 90 s; --wait 110 would.")
  }
}
