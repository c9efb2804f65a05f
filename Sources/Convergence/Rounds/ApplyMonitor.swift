import Reconciliation

/// Who watches an apply.
package struct ApplyMonitor: Sendable {
  /// Asked before each operation; once true, nothing new is started.
  package let isStopped: @Sendable () -> Bool
  /// Told after each operation how many of how many have ended; each round counts its own.
  package let progress: @Sendable (_ done: Int, _ total: Int) -> Void
  /// Whether a later round may delete, replace or make users notice what was not in the plan that
  /// was shown.
  package let allowsDestructiveRounds: Bool

  package init(
    isStopped: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in },
    allowsDestructiveRounds: Bool = false
  ) {
    self.isStopped = isStopped
    self.progress = progress
    self.allowsDestructiveRounds = allowsDestructiveRounds
  }

  /// Whether a later round may carry that plan out.
  ///
  /// Doubles may always go, what hangs on them may move, and an endpoint that is not whole may be
  /// made whole: between two rounds only a race or a lost answer makes such.
  ///
  /// - Parameters:
  ///   - plan: The plan of the later round.
  ///   - agreed: Those changes of the plan that was shown which delete or replace.
  ///   - notes: Its notes.
  /// - Returns: Whether nobody has to be asked about it.
  func allows(_ plan: Plan, agreed: Set<Change>, notes: Set<PlanNote> = []) -> Bool {
    guard !allowsDestructiveRounds else { return true }
    return plan.notes.allSatisfy { !$0.needsAgreement || notes.contains($0) }
      && plan.changes.allSatisfy { change in
        !change.action.isDestructive || change.reason == .duplicate
          || change.reason == .movesFromDuplicate || change.completesEndpoint
          || agreed.contains(change)
      }
  }
}
