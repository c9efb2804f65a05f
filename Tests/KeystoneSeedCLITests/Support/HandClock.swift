import Synchronization

@testable import KeystoneSeedCLI

/// The time that a test sets by hand, and those who wait for it.
final class HandClock: Sendable {
  private struct State {
    var now = Duration.zero
    var sleepers: [(end: Duration, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let state = Mutex(State())

  var now: Duration { state.withLock(\.now) }

  /// How many wait at the moment.
  var sleeperCount: Int { state.withLock(\.sleepers.count) }

  func rest(_ length: Duration) async {
    await withCheckedContinuation { continuation in
      state.withLock { $0.sleepers.append(($0.now + length, continuation)) }
    }
  }

  /// Lets time go by, and wakes the sleepers whose time has come.
  func pass(_ length: Duration) {
    let woken = state.withLock { state in
      state.now += length
      let woken = state.sleepers.filter { $0.end <= state.now }
      state.sleepers.removeAll { $0.end <= state.now }
      return woken
    }
    for sleeper in woken { sleeper.continuation.resume() }
  }

  /// Waits for a sleeper.
  func someoneSleeps() async {
    while sleeperCount == 0 { await Task.yield() }
  }
}
