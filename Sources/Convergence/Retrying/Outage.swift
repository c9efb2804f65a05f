/// A time in which requests failed that might have gone well, and none did.
struct Outage {
  private var first: Duration?
  private var last: Duration = .zero
  /// The failure with which it was given up, if it was.
  private(set) var verdict: BackendFailure?

  /// Notes a failure that may pass.
  ///
  /// - Parameters:
  ///   - now: When it was.
  ///   - patience: After so long without any, it is another outage: in between nobody asked.
  mutating func noteFailure(at now: Duration, patience: Duration) {
    if now - last > patience { end() }
    first = first ?? now
    last = now
  }

  /// Notes that somebody has waited to the end and in vain: it is given up where it has lasted that
  /// long.
  mutating func giveUp(_ error: BackendFailure, at now: Duration, patience: Duration) {
    guard let first, now - first >= patience else { return }
    verdict = error
  }

  /// Notes that something went well.
  mutating func end() {
    first = nil
    verdict = nil
  }
}
