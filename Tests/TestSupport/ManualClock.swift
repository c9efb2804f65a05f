import Synchronization

/// A clock that stands still until a test moves it or somebody sleeps by it, whom it never keeps
/// waiting; it keeps how long each sleep was.
package final class ManualClock: Clock {
  package struct Instant: InstantProtocol {
    package var offset: Duration

    package func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    package func duration(to other: Instant) -> Duration { other.offset - offset }
    package static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private struct State {
    var now = Instant(offset: .zero)
    var slept: [Duration] = []
  }

  private let state = Mutex(State())

  /// Makes one that begins at zero.
  package init() {}

  package var now: Instant { state.withLock(\.now) }
  package var minimumResolution: Duration { .nanoseconds(1) }
  /// How long each sleep was, in order.
  package var slept: [Duration] { state.withLock(\.slept) }
  /// How long all sleeps were together.
  package var totalSlept: Duration { slept.reduce(.zero, +) }

  /// Lets time go by without anybody sleeping.
  package func advance(by duration: Duration) {
    state.withLock { $0.now = $0.now.advanced(by: duration) }
  }

  package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    state.withLock { state in
      state.slept.append(max(.zero, state.now.duration(to: deadline)))
      state.now = max(state.now, deadline)
    }
  }
}
