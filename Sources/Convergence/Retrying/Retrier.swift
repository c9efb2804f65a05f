import Glibc

/// Does something again, by a policy, until it goes well, fails for good or time is up.
package struct Retrier: Sendable {
  package private(set) var policy: RetryPolicy
  let now: @Sendable () -> Duration
  let sleep: @Sendable (Duration) async throws -> Void
  let jitter: @Sendable () -> Double
  let isStopped: @Sendable () -> Bool
  let onPause: @Sendable (Pause) -> Void
  let date: @Sendable () -> Int
  private(set) var record = RunRecord()

  /// Makes a retrier.
  ///
  /// - Parameters:
  ///   - policy: When to try again.
  ///   - clock: What waiting is measured with.
  ///   - jitter: A random number from 0 to 1.
  ///   - date: The seconds since 1970, for a server that says when to come back.
  ///   - isStopped: Once true, nothing is tried again, and nothing new begun.
  ///   - onPause: Told of each pause, so that a person can be told why nothing happens.
  package init<C: Clock<Duration>>(
    policy: RetryPolicy,
    clock: C,
    jitter: @escaping @Sendable () -> Double = { .random(in: 0...1) },
    date: @escaping @Sendable () -> Int = { time(nil) },
    isStopped: @escaping @Sendable () -> Bool = { false },
    onPause: @escaping @Sendable (Pause) -> Void = { _ in }
  ) {
    self.onPause = onPause
    self.policy = policy
    self.jitter = jitter
    self.date = date
    self.isStopped = isStopped
    let start = clock.now
    now = { start.duration(to: clock.now) }
    sleep = { try await clock.sleep(for: $0) }
  }

  /// One that never tries anything again; a new one each time, since what it has seen is one run's.
  package static var once: Retrier {
    Retrier(policy: RetryPolicy(ceiling: .zero), clock: ContinuousClock())
  }

  /// One with a record of its own that gives up sooner: what fails there says nothing of the run.
  ///
  /// - Parameter ceiling: How long after the first failure something is still tried again, at most.
  /// - Returns: The retrier.
  func apart(ceiling: Duration) -> Retrier {
    var retrier = self
    retrier.policy.ceiling = min(policy.ceiling, ceiling)
    retrier.record = RunRecord()
    return retrier
  }

  /// Whether the run was stopped, so that no request is sent any more.
  package var isRunStopped: Bool { isStopped() }

  /// Whether writes were waited for in vain for as long as the policy says, so that no other is begun.
  ///
  /// Each one would wait as long as the first: of ten thousand that is days.
  package var hasGivenUpWriting: Bool { record.verdict(on: .write) != nil }

  /// Notes that a server has answered a request, whatever it said but that it is out of order.
  ///
  /// From then on it is known to be there: a failure may pass, and is no wrong address.
  ///
  /// - Parameter server: The server as a request's summary has it.
  package func noteAnswer(from server: String) {
    record.noteAnswer(from: server)
  }

  /// Does it, again and again where that may help, and not even once after the run was stopped, or
  /// after others have waited for the same in vain.
  ///
  /// - Parameters:
  ///   - limit: A lower ceiling than the policy's, or nil.
  ///   - probe: Of a write, a request that reads, which tells a server that is out of order from an
  ///     object that it never takes.
  ///   - attempt: What to do; it must be safe to do twice.
  /// - Returns: What the first attempt that went well gave.
  /// - Throws: The last failure; of a try that was cut short at the end, the one before.
  package func retrying<Value: Sendable>(
    limit: Duration? = nil,
    probe: (() async throws(BackendFailure) -> Void)? = nil,
    _ attempt: () async throws(BackendFailure) -> Value
  ) async throws(BackendFailure) -> Value {
    guard !isRunStopped else { throw BackendFailure.stopped }
    let access: RunRecord.Access = probe == nil ? .read : .write
    if let verdict = record.verdict(on: access) { throw verdict }
    var waiting = Waiting(self, access, limit: limit)
    var earlier: BackendFailure?
    while true {
      do throws(BackendFailure) {
        return try await waiting.inTime(attempt)
      } catch {
        let told = waiting.telling(error, after: earlier)
        if let probe, waiting.isRefusedAgain(error) { await noteOutcome(of: probe) }
        guard await waiting.pause(after: error) else { throw waiting.last(told) }
        earlier = told
      }
    }
  }

  /// Lets that much time pass, where anything is waited for at all and the run was not stopped.
  package func rest(_ length: Duration) async {
    guard length <= policy.ceiling, !isRunStopped else { return }
    do { try await sleep(length) } catch { return }
  }

  private func noteOutcome(of probe: () async throws(BackendFailure) -> Void) async {
    do throws(BackendFailure) {
      try await probe()
      record.noteSuccess(isRecovery: false)
    } catch {
      // Then it is not the object alone.
    }
  }

  /// What becomes of a pause between two attempts; several may be under way at a time.
  package enum Pause: Hashable, Sendable {
    /// It begins, so long after the first failure, and so long after it all is given up at most;
    /// with the failure, where there was one.
    case begins(after: Duration, limit: Duration, because: BackendFailure?)
    case ends
  }
}
