import Convergence
import IdentityBackends
import KeystoneClient

/// Waits for a Keystone that is still starting: asks again until it answers or the time is up.
struct StartupWait {
  /// How long in all, the last question included.
  let limit: Duration
  let clock: any Clock<Duration>
  /// A random number from 0 to 1: many that wait for the same Keystone do not ask in step.
  var jitter: @Sendable () -> Double = { .random(in: 0...1) }
  /// Told of each pause.
  var onPause: @Sendable (Retrier.Pause) -> Void = { _ in }

  /// Asks until the question is answered.
  ///
  /// A load balancer whose Keystones are all down answers 503, a reloading Apache 502, a starting
  /// one nothing: each may pass. A wrong address or certificate does not pass, and is not waited for.
  ///
  /// - Parameter ask: Asks once.
  /// - Throws: The last error when the time is up, or the first that does not pass by itself.
  func wait(_ ask: () async throws(KeystoneError) -> Void) async throws {
    try await wait(ask, on: clock)
  }

  /// Every pause and every question is within the limit: a server that takes connections and says
  /// nothing would else be waited for as long as one request may take.
  private func wait<C: Clock>(
    _ ask: () async throws(KeystoneError) -> Void,
    on clock: C
  ) async throws where C.Duration == Duration {
    let start = clock.now
    let timeLeft = { @Sendable in limit - start.duration(to: clock.now) }
    let lastQuestion = min(.seconds(1), limit / 4)
    let pauses = RetryPolicy(longestPause: .seconds(2))
    for failures in 1... {
      let budget = TimeBudget { max(lastQuestion, timeLeft()) }
      let failure = await budget.spend { await Self.failure(of: ask) }
      guard let failure else { return }
      let left = timeLeft() - lastQuestion
      let elapsed = start.duration(to: clock.now)
      let comeback = failure.comeback?.delay() ?? .zero
      guard failure.isPassing, left > .zero else {
        throw failure.declining(comeback, after: elapsed)
      }
      let pause = max(pauses.pause(after: failures, jitter: jitter()), comeback)
      onPause(.begins(after: elapsed, limit: limit, because: failure))
      defer { onPause(.ends) }
      try await clock.sleep(for: min(pause, left))
    }
  }

  private static func failure(
    of ask: () async throws(KeystoneError) -> Void
  ) async -> BackendFailure? {
    do throws(KeystoneError) {
      try await ask()
      return nil
    } catch {
      return BackendFailure(error)
    }
  }
}

extension BackendFailure {
  /// The same, with what the server asks for where it asks for more time.
  fileprivate func declining(_ comeback: Duration, after elapsed: Duration) -> BackendFailure {
    guard comeback > .zero else { return self }
    var error = self
    error.declinedWait = DeclinedWait(
      asked: comeback,
      needed: elapsed + comeback,
      course: .startup
    )
    return error
  }
}
