import Dispatch
import Glibc
import Synchronization

/// Does something to a process the moment that a sandbox gets a certain request from it.
///
/// The sandbox waits meanwhile: the request has arrived, and is neither handled nor answered.
final class Ambush: Sendable {
  private struct State {
    var turn: Int?
    var words: [String] = []
    var count = 0
    var victim: pid_t?
  }

  private let state = Mutex(State())
  private let hasVictim = DispatchSemaphore(value: 0)
  private let strike: @Sendable (_ victim: pid_t) -> Void

  init(_ strike: @escaping @Sendable (_ victim: pid_t) -> Void) {
    self.strike = strike
  }

  /// Waits for the n-th request from now on, of those in whose record all the words are.
  func arm(_ turn: Int, words: String...) {
    state.withLock { $0 = State(turn: turn, words: words) }
  }

  func disarm() { state.withLock { $0.turn = nil } }

  /// Says which process it is about; a request that comes sooner waits for that.
  func aim(at victim: pid_t) {
    state.withLock { $0.victim = victim }
    hasVictim.signal()
  }

  /// Is told of a request.
  @Sendable func requestCame(_ record: String) {
    let isDue = state.withLock { state in
      guard state.turn != nil, state.words.allSatisfy(record.contains) else { return false }
      state.count += 1
      return state.count == state.turn
    }
    guard isDue else { return }
    hasVictim.wait()
    guard let victim = state.withLock({ $0.victim }) else { return }
    strike(victim)
  }
}
