/// The time that a session goes by: how much has passed, and how to let some pass.
///
/// No time of day is needed, since a token's lifetime is the difference of two times that the
/// server names.
struct SessionClock: Sendable {
  /// The time since some moment in the past.
  let now: @Sendable () -> Duration
  private let wait: @Sendable (Duration) async throws -> Void

  init<C: Clock>(_ clock: C) where C.Duration == Duration {
    let start = clock.now
    now = { start.duration(to: clock.now) }
    wait = { try await clock.sleep(until: clock.now.advanced(by: $0), tolerance: nil) }
  }

  /// Lets time pass, unless the task is cancelled.
  func sleep(for duration: Duration) async throws(KeystoneError) {
    do {
      try await wait(duration)
    } catch {
      throw KeystoneError(.transport(TransportError(.cancelled)))
    }
  }
}
