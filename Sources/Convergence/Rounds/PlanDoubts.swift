import IdentityModel
package import Reconciliation

/// Which plans may rest on a reading that is about to change by itself.
///
/// Another run may be half way, and another Galera node may not have yet what was written on the
/// first. Waiting a moment is cheap; a second row, or a question about what is gone by now, is not.
package struct PlanDoubts: Sendable {
  /// What to do about a plan before it is believed.
  package enum Doubt: Sendable {
    /// It can be believed as it is.
    case none
    /// The next reading has to say the same.
    case untilRepeated
    /// However often it is said, it is believed only when time is up.
    case untilTimeIsUp
  }

  private let isFirst: Bool
  private let isUnwelcome: @Sendable (Plan) -> Bool
  /// What the run has done so far.
  private let outcomes: [StepOutcome]

  /// About the plan that a run begins with.
  ///
  /// - Parameter isUnwelcome: Whether the run would end here, so that waiting costs nothing.
  package init(isUnwelcome: @escaping @Sendable (Plan) -> Bool = { _ in false }) {
    isFirst = true
    self.isUnwelcome = isUnwelcome
    outcomes = []
  }

  /// About the plan that follows a round: nothing should be left.
  ///
  /// - Parameter outcomes: What the run has done so far.
  package init(after outcomes: [StepOutcome]) {
    isFirst = false
    isUnwelcome = { _ in false }
    self.outcomes = outcomes
  }

  /// How long a plan is doubted at most.
  ///
  /// At the beginning it is another run that may be half way. On a busy machine that takes longer to
  /// take its duplicates away than a row takes to get to another node.
  func patience(_ policy: RetryPolicy) -> Duration {
    isFirst ? max(policy.settlingTime, policy.replicationTime) : policy.replicationTime
  }

  /// What to do about that plan.
  package func about(_ plan: Plan) -> Doubt {
    guard plan.changes.contains(where: { !isFirst || $0.isPassing }) else { return .none }
    return makesAgain(plan) || isUnwelcome(plan) ? .untilTimeIsUp : .untilRepeated
  }

  /// Whether it makes what the run has made: a plan that follows a round is small, so that its keys
  /// are looked for among the outcomes.
  private func makesAgain(_ plan: Plan) -> Bool {
    let creates = Set(plan.changes.lazy.filter { $0.action == .create }.map(\.key))
    return !creates.isEmpty && outcomes.contains { $0.hasMade(anyOf: creates) }
  }
}

extension StepOutcome {
  fileprivate func hasMade(anyOf keys: Set<ResourceKey>) -> Bool {
    guard change.action != .delete, case .done = result else { return false }
    return keys.contains(change.key)
  }
}

extension Change {
  /// Whether all that it does to an endpoint is to add interfaces.
  ///
  /// Keystone keeps a row for each interface and makes and deletes them one after the other, so
  /// that an endpoint without all of them is seen while, and after, somebody was interrupted.
  var completesEndpoint: Bool {
    kind == .endpoint && (action == .replace || action == .update) && reason == nil
      && fields.contains { $0.from == nil }
      && fields.allSatisfy { $0.from == nil && $0.field != .enabled }
  }

  /// Whether it undoes what other runs leave for a moment and clear away themselves.
  fileprivate var isPassing: Bool {
    completesEndpoint || movesEndpoint || reason == .duplicate || reason == .movesFromDuplicate
  }
}
