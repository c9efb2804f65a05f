package import KeystoneClient
import Synchronization

/// Does something again, by a policy, until it goes well, fails for good or time is up.
package struct Retrier: Sendable {
  package let policy: RetryPolicy
  private let now: @Sendable () -> Duration
  private let sleep: @Sendable (Duration) async throws -> Void
  private let jitter: @Sendable () -> Double
  private let isStopped: @Sendable () -> Bool
  private let onPause: @Sendable (Pause) -> Void
  private let contact = Contact()

  /// Makes a retrier.
  ///
  /// - Parameters:
  ///   - policy: When to try again.
  ///   - clock: What waiting is measured with.
  ///   - jitter: A random number from 0 to 1.
  ///   - isStopped: Once true, nothing is tried again, and nothing new begun.
  ///   - onPause: Told of each pause, so that a person can be told why nothing happens.
  package init<C: Clock<Duration>>(
    policy: RetryPolicy,
    clock: C,
    jitter: @escaping @Sendable () -> Double = { .random(in: 0...1) },
    isStopped: @escaping @Sendable () -> Bool = { false },
    onPause: @escaping @Sendable (Pause) -> Void = { _ in }
  ) {
    self.onPause = onPause
    self.policy = policy
    self.jitter = jitter
    self.isStopped = isStopped
    let start = clock.now
    now = { start.duration(to: clock.now) }
    sleep = { try await clock.sleep(for: $0) }
  }

  /// One that never tries anything again.
  package static let once = Retrier(
    policy: RetryPolicy(ceiling: .zero),
    clock: ContinuousClock()
  )

  /// Whether the run was stopped, so that no request is sent any more.
  package var isRunStopped: Bool { isStopped() }

  /// Does it, again and again where that may help, and not even once after the run was stopped.
  ///
  /// - Parameter attempt: What to do; it must be safe to do twice.
  /// - Returns: What the first attempt that went well gave.
  /// - Throws: The last failure.
  package func retrying<Value: Sendable>(
    _ attempt: () async throws(KeystoneError) -> Value
  ) async throws(KeystoneError) -> Value {
    guard !isRunStopped else { throw KeystoneError(.transport(TransportError(.cancelled))) }
    var waiting = Waiting(self)
    while true {
      do throws(KeystoneError) {
        let value = try await attempt()
        contact.isMade.store(true, ordering: .relaxed)
        return value
      } catch {
        guard policy.retries(error, hasContact: hasContact), await waiting.pause() else {
          throw error
        }
      }
    }
  }

  /// What becomes of a pause between two attempts; several may be under way at a time.
  package enum Pause: Hashable, Sendable {
    /// It begins, so long after the first failure, and so long after it all is given up at most.
    case begins(after: Duration, limit: Duration)
    case ends
  }

  private var hasContact: Bool { contact.isMade.load(ordering: .relaxed) }

  /// Whether anything has gone well yet, shared by all that retry.
  private final class Contact: Sendable {
    let isMade = Atomic(false)
  }

  /// A series of pauses with one ceiling.
  package struct Waiting {
    private let retrier: Retrier
    private let limit: Duration?
    private let shortest: Duration
    private var firstFailure: Duration?
    private var failures = 0

    /// Makes one that has not begun.
    ///
    /// - Parameters:
    ///   - retrier: Whose policy counts.
    ///   - limit: A lower ceiling than the policy's, or nil.
    ///   - shortest: How long each pause is at least.
    package init(_ retrier: Retrier, limit: Duration? = nil, shortest: Duration = .zero) {
      self.retrier = retrier
      self.limit = limit
      self.shortest = shortest
    }

    /// Waits before a further attempt.
    ///
    /// - Returns: False, at once, where there is to be none: time is up or the run was stopped.
    package mutating func pause() async -> Bool {
      failures += 1
      let length = max(
        shortest,
        retrier.policy.pause(after: failures, jitter: retrier.jitter())
      )
      let policy = retrier.policy
      let ceiling = retrier.hasContact ? policy.ceiling : policy.ceilingBeforeContact
      let start = firstFailure ?? retrier.now()
      firstFailure = start
      let limit = min(ceiling, limit ?? ceiling)
      let elapsed = retrier.now() - start
      guard !retrier.isStopped(), elapsed + length <= limit else { return false }
      retrier.onPause(.begins(after: elapsed, limit: limit))
      defer { retrier.onPause(.ends) }
      do { try await retrier.sleep(length) } catch { return false }
      return !retrier.isStopped()
    }
  }
}
