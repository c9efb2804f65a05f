import KeystoneClient
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
  ) async -> (asked: Int, error: KeystoneError?) {
    var asked = 0
    do {
      try await StartupWait(limit: limit, clock: clock).wait { () async throws(KeystoneError) in
        asked += 1
        if asked <= errors.count { throw KeystoneError(errors[asked - 1]) }
      }
      return (asked, nil)
    } catch let error as KeystoneError {
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
    #expect(clock.slept == .zero)
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
    #expect(result.error?.reason == reason)
    #expect(clock.slept == .zero)
  }

  @Test("A7 a wait that is over is an error, and the last one is told (os-cloud-config)")
  func endsWithTheLastError() async {
    let refused = KeystoneError.Reason.transport(TransportError(.connectionFailed))
    let starting = KeystoneError.Reason.refused(Refusal(status: 503, speaker: .html))
    let result = await wait(
      .seconds(60),
      through: [refused] + Array(repeating: starting, count: 1000)
    )
    #expect(result.error?.reason == starting)
    #expect(clock.slept > .seconds(55))
    #expect(clock.slept < .seconds(60))
  }

  @Test func pausesDoubleUpToTwoSeconds() async {
    _ = await wait(
      .seconds(10),
      through: Array(repeating: .refused(Refusal(status: 503)), count: 6)
    )
    #expect(clock.slept == .milliseconds(5100))
  }
}
