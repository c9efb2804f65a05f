extension Retrier {
  /// A series of tries with one ceiling, and the pauses between them.
  package struct Waiting: Sendable {
    private let retrier: Retrier
    private let limit: Duration?
    private let shortest: Duration
    private let isInContact: Bool
    private let access: RunRecord.Access
    private var firstFailure: Duration?
    private var failures = 0
    /// When the last try has to be over.
    private var end: Duration?
    /// How often in a row the answer was a 500, and what had gone well before the first.
    private var refusals = 0
    /// What the server asked for, where that was more than is left.
    private var declined: DeclinedWait?
    private var mark = RunRecord.Mark()

    /// Makes one that has not begun.
    ///
    /// - Parameters:
    ///   - retrier: Whose policy counts.
    ///   - limit: A lower ceiling than the policy's, or nil.
    ///   - shortest: How long each pause is at least.
    ///   - isInContact: Whether the server is known to be there, whatever the record says.
    package init(
      _ retrier: Retrier,
      limit: Duration? = nil,
      shortest: Duration = .zero,
      isInContact: Bool = false
    ) {
      self.init(retrier, .read, limit: limit, shortest: shortest, isInContact: isInContact)
    }

    /// The same for tries of which it is known whether they write.
    init(
      _ retrier: Retrier,
      _ access: RunRecord.Access,
      limit: Duration? = nil,
      shortest: Duration = .zero,
      isInContact: Bool = false
    ) {
      self.access = access
      self.retrier = retrier
      self.limit = limit
      self.shortest = shortest
      self.isInContact = isInContact
    }

    /// Waits before a further attempt; the last time no longer than is left, so that one is made when
    /// time is up.
    ///
    /// - Parameter error: Why there has to be one; nil where nothing has failed.
    /// - Returns: False, at once, where there is to be none: it would fail again, time is up or the
    ///   run was stopped.
    package mutating func pause(after error: BackendFailure? = nil) async -> Bool {
      if isRefusedForGood(error) {
        retrier.record.noteRefusedObject()
        return false
      }
      guard let ceiling = ceiling(after: error) else { return false }
      failures += 1
      let start = firstFailure ?? retrier.now()
      firstFailure = start
      let limit = min(ceiling, limit ?? ceiling)
      let elapsed = retrier.now() - start
      let asked = error.flatMap { comeback(of: $0) }
      let left = limit - elapsed
      declined = asked.flatMap { $0 > left ? DeclinedWait(asked: $0, needed: elapsed + $0) : nil }
      let length = min(length(atLeast: asked), left)
      // Before the server wants to be asked, it would say no again.
      guard !retrier.isStopped(), declined == nil, left > .zero, length >= shortest else {
        noteGivingUp(after: error)
        return false
      }
      end = start + limit
      retrier.onPause(.begins(after: elapsed, limit: limit, because: error))
      defer { retrier.onPause(.ends) }
      do { try await retrier.sleep(length) } catch { return false }
      return !retrier.isStopped()
    }

    private func noteGivingUp(after error: BackendFailure?) {
      guard let error, !retrier.isStopped() else { return }
      let (now, patience) = (retrier.now(), retrier.policy.patience)
      retrier.record.noteGivingUp(after: error, access, at: now, patience: patience)
    }

    private func ceiling(after error: BackendFailure?) -> Duration? {
      let policy = retrier.policy
      guard let error else {
        return retrier.record.hasContact ? policy.ceiling : policy.ceilingBeforeContact
      }
      return policy.ceiling(
        after: error,
        hasContact: isInContact || retrier.record.hasContact(before: error)
      )
    }

    /// The policy's pause, or what the server asks for and a little more, so that those who were
    /// told the same do not come back together.
    private func length(atLeast asked: Duration?) -> Duration {
      let policy = retrier.policy
      let jitter = retrier.jitter()
      let length = max(shortest, policy.pause(after: failures, jitter: jitter))
      guard let asked else { return length }
      return max(length, asked + policy.firstPause * jitter)
    }

    private func comeback(of error: BackendFailure) -> Duration? {
      error.comeback?.delay(now: retrier.date())
    }

    /// The failure that ends it, with what the server asked for in vain.
    func last(_ error: BackendFailure) -> BackendFailure {
      guard let declined, error.comeback != nil else { return error }
      var error = error
      error.declinedWait = declined
      return error
    }

    // MARK: An object that is always refused

    /// Whether one more try would be answered 500 like those before, while others go well.
    private mutating func isRefusedForGood(_ error: BackendFailure?) -> Bool {
      guard let error, error.isServiceFailure else {
        refusals = 0
        return false
      }
      let mark = retrier.record.mark
      if refusals == 0 { self.mark = mark }
      refusals += 1
      return refusals >= mostRefusals && mark.successes > self.mark.successes
        && mark.recoveries == self.mark.recoveries
    }

    /// Where object after object is refused, so is the next one, and it need not be asked as often.
    private var mostRefusals: Int {
      let most = retrier.policy.mostRefusals
      return retrier.record.refusedObjects < most ? most : 2
    }

    /// Whether the answer is a 500 as it was before, so that it is worth a look at something else.
    func isRefusedAgain(_ error: BackendFailure) -> Bool {
      error.isServiceFailure && refusals > 0
    }

    // MARK: The time for a try

    /// Makes a try, whose requests are given no more time than is left; the first as much as it takes.
    ///
    /// What comes of it is noted for others.
    ///
    /// - Parameter attempt: The try.
    /// - Returns: What it gives.
    /// - Throws: What it throws.
    package func inTime<Value: Sendable>(
      _ attempt: () async throws(BackendFailure) -> Value
    ) async throws(BackendFailure) -> Value {
      let outcome = await outcomeInTime(of: attempt)
      let record = retrier.record
      switch outcome {
      case .success: record.noteSuccess(access, isRecovery: refusals > 0)
      case .failure(let error):
        let (now, patience) = (retrier.now(), retrier.policy.patience)
        record.noteFailure(error, access, at: now, patience: patience)
      }
      return try outcome.get()
    }

    private func outcomeInTime<Value: Sendable>(
      of attempt: () async throws(BackendFailure) -> Value
    ) async -> Result<Value, BackendFailure> {
      guard let end else { return await Self.outcome(of: attempt) }
      let (now, shortest) = (retrier.now, retrier.policy.shortestTry)
      let budget = TimeBudget { max(shortest, end - now()) }
      return await budget.spend { await Self.outcome(of: attempt) }
    }

    private static func outcome<Value: Sendable>(
      of attempt: () async throws(BackendFailure) -> Value
    ) async -> Result<Value, BackendFailure> {
      do throws(BackendFailure) {
        let value = try await attempt()
        return .success(value)
      } catch {
        return .failure(error)
      }
    }

    /// Which of two failures says more: that time ran out for a try that was cut short says nothing
    /// of the server, unless something may have been done in it.
    func telling(_ error: BackendFailure, after earlier: BackendFailure?) -> BackendFailure {
      guard let earlier, end != nil, error.kind == .outOfTime,
        earlier.mayHaveActed || !error.mayHaveActed
      else { return error }
      return earlier
    }
  }
}

extension BackendFailure {
  /// Whether a write may have been carried out; a read does nothing.
  fileprivate var mayHaveActed: Bool { isOutcomeUnknown && request?.isRead != true }
}
