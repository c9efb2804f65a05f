import IdentityModel
import Reconciliation

extension Converger {
  /// Refuses a plan by which whoever asks would lose what lets it in, with a group or an implication that
  /// gives it that; it costs no request where no change may be about that.
  ///
  /// Whoever may not see what gives them their roles is not held up: nobody can tell.
  ///
  /// - Parameter planned: The plan, with what it was made from.
  /// - Throws: `BackendFailure` when a read fails, ``PlanError`` when the plan is refused.
  func guardAccess(of planned: PlannedState) async throws {
    let (changes, live) = (planned.plan.changes, planned.live)
    guard backend.capabilities.listsGrants, let caller = planned.caller,
      CallerAccess.mayBeLost(by: changes, of: caller, live.implications)
    else { return }
    var reader = ConsequenceReader(backend, parallelism: parallelism, planned)
    var loss: ResourceKey?
    do throws(BackendFailure) {
      loss = try await reader.loss(of: caller)
    } catch {
      guard error.isForbidden else { throw error }
    }
    if let loss { throw PlanError.cutsOffCaller(loss, .delete) }
  }
}
