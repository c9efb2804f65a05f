import Reconciliation

extension Converger {
  /// Has a plan tell who gains and who loses which roles, where it changes what roles imply, who is in
  /// groups or which roles groups have; it costs no request where it does not.
  ///
  /// - Parameter planned: The plan, with what it was made from.
  /// - Returns: The same with the consequences, or with a note that they are not known, and why.
  package func tellingConsequences(of planned: PlannedState) async -> PlannedState {
    var told = planned
    told.access = nil  // It has told what it can, and is as large as the cloud.
    guard backend.capabilities.listsGrants, planned.plan.hasConsequences else { return told }
    var reader = ConsequenceReader(leisurely, parallelism: parallelism, planned)
    do throws(BackendFailure) {
      let consequences = try await reader.consequences()
      told.plan =
        consequences.map { planned.plan.telling($0) }
        ?? planned.plan.noting([.consequencesUnknown(.tooMany(AccessCourse.mostRoles))])
    } catch {
      told.plan = planned.plan.noting([.consequencesUnknown(.unread(error.description))])
    }
    return told
  }
}
