import IdentityModel
import Reconciliation

extension Converger {
  /// Refuses a plan by which whoever asks would lose what lets it in, with a group or an implication that
  /// gives it that; it costs no request where no change may be about that.
  ///
  /// Whoever may not see what gives them their roles is not held up: nobody can tell.
  ///
  /// - Parameter planned: The plan, with what it was made from.
  /// - Returns: The same with what was read for it.
  /// - Throws: `BackendFailure` when a read fails, ``PlanError`` when the plan is refused.
  func guardingAccess(of planned: PlannedState) async throws -> PlannedState {
    let (changes, live) = (planned.plan.changes, planned.live)
    guard backend.capabilities.listsGrants, let caller = planned.caller,
      CallerAccess.mayBeLost(by: changes, of: caller, live.implications)
    else { return planned }
    var reader = ConsequenceReader(backend, parallelism: parallelism, planned)
    var loss: ResourceKey?
    do throws(BackendFailure) {
      loss = try await reader.loss(of: caller)
    } catch {
      guard error.isForbidden else { throw error }
    }
    if let loss { throw PlanError.cutsOffCaller(loss, .delete) }
    var guarded = planned
    guarded.access = reader.reading
    return guarded
  }
}
