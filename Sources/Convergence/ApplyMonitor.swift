import Reconciliation

/// Who watches an apply.
package struct ApplyMonitor: Sendable {
  /// Asked before each operation; once true, nothing new is started.
  package let isStopped: @Sendable () -> Bool
  /// Told after each operation how many of how many have ended.
  package let progress: @Sendable (_ done: Int, _ total: Int) -> Void
  /// Whether a later round may delete or replace, to which nobody has agreed by name.
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

  /// The plan, where it does what nobody has agreed to; duplicates may always go, since only a
  /// race with another run makes them between two rounds.
  func refusal(of plan: Plan) -> Plan? {
    let isAgreed =
      allowsDestructiveRounds
      || plan.changes.allSatisfy { !$0.action.isDestructive || $0.reason == .duplicate }
    return isAgreed ? nil : plan
  }
}
