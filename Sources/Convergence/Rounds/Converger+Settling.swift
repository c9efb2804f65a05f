package import IdentityModel
import Reconciliation

extension Converger {
  /// Reads until there is a plan that can be believed, some seconds at most.
  ///
  /// - Parameters:
  ///   - desired: What the seed says.
  ///   - extent: What to look at.
  ///   - doubts: Which plans have to be read again.
  /// - Returns: The last plan that was read.
  /// - Throws: What ``plan(_:)`` throws.
  package func settledPlan(
    _ desired: DesiredState,
    _ extent: ReadBack = .everything,
    doubts: PlanDoubts = PlanDoubts()
  ) async throws -> PlannedState {
    try await settledPlan(desired, extent, doubts: doubts, inVain: VainDeletions())
  }

  /// The same, knowing what could not be taken away before.
  func settledPlan(
    _ desired: DesiredState,
    _ extent: ReadBack,
    doubts: PlanDoubts,
    inVain: VainDeletions
  ) async throws -> PlannedState {
    var planned = try await plan(desired, extent, countsDuplicates: false, inVain: inVain)
    let policy = retrier.policy
    var waiting = Retrier.Waiting(
      retrier,
      limit: doubts.patience(policy),
      shortest: policy.rereadPause
    )
    while true {
      let doubt = doubts.about(planned.plan)
      if case .none = doubt { return planned }
      guard await waiting.pause() else { return planned }
      let next = try await plan(desired, extent, countsDuplicates: false, inVain: inVain)
      let isRepeated = next.plan == planned.plan
      planned = next
      if isRepeated, case .untilRepeated = doubt { return planned }
    }
  }
}
