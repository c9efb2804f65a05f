import KeystoneClient

/// Waits for a Keystone that is still starting: asks again until it answers or the time is up.
struct StartupWait {
  /// How long in all.
  let limit: Duration
  let clock: any Clock<Duration>

  private static let longestPause = Duration.seconds(2)

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

  private func wait<C: Clock>(
    _ ask: () async throws(KeystoneError) -> Void,
    on clock: C
  ) async throws where C.Duration == Duration {
    let end = clock.now.advanced(by: limit)
    var pause = Duration.milliseconds(100)
    while true {
      do throws(KeystoneError) {
        return try await ask()
      } catch {
        guard error.isRetryable, clock.now.advanced(by: pause) < end else { throw error }
      }
      try await clock.sleep(until: clock.now.advanced(by: pause), tolerance: nil)
      pause = min(pause * 2, Self.longestPause)
    }
  }
}
