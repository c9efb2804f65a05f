import Reconciliation

/// Who watches an apply.
package struct ApplyMonitor: Sendable {
  /// Asked before each operation; once true, nothing new is started.
  package let isStopped: @Sendable () -> Bool
  /// Told after each operation how many of how many have ended; each round counts its own.
  package let progress: @Sendable (_ done: Int, _ total: Int) -> Void
  /// Whether a later round may delete or replace what was not in the plan that was shown.
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
  /// Doubles may always go, and what hangs on them may move: between two rounds only a race with
  /// another run makes them.
  func allows(_ plan: Plan, agreed: Set<Change>) -> Bool {
    allowsDestructiveRounds
      || plan.changes.allSatisfy { change in
        !change.action.isDestructive || change.reason == .duplicate
          || change.reason == .movesFromDuplicate || agreed.contains(change)
      }
  }
}
