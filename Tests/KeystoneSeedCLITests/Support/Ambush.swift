import Dispatch
import Glibc
import Synchronization

@testable import KeystoneSeedCLI

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

  /// Sends a signal that ends a process, and waits until it has: the thread that takes the signal may
  /// have to wait for a processor while another one goes on with the answer.
  ///
  /// A process that outlives ten seconds is left to what the test expects of it.
  @Sendable static func end(_ victim: pid_t, by signal: Int32) {
    kill(victim, signal)
    for _ in 0..<10_000 where isAlive(victim) { usleep(1000) }
  }

  /// Whether the process still runs: neither gone nor a zombie whose status is not taken yet.
  private static func isAlive(_ process: pid_t) -> Bool {
    let bytes = (try? InputFile.read("/proc/\(process)/stat")) ?? []
    let state = String(decoding: bytes, as: UTF8.self).split(separator: ")").last?.dropFirst().first
    return state.map { !"ZX".contains($0) } ?? false
  }
}
