package import IdentityModel

/// Turns what differs into what a backend can do about it, and refuses what is too dangerous.
package struct Planner: Sendable {
  private let capabilities: BackendCapabilities
  private let options: PlanOptions
  private let caller: Caller?

  /// Makes a planner.
  ///
  /// - Parameters:
  ///   - capabilities: What the backend can do.
  ///   - options: What the operator asked for.
  ///   - caller: Who is asking, so that nobody cuts off the branch they sit on; nil for a bare
  ///     admin token.
  package init(capabilities: BackendCapabilities, options: PlanOptions, caller: Caller?) {
    self.capabilities = capabilities
    self.options = options
    self.caller = caller
  }

  /// The plan that removes the difference.
  ///
  /// - Parameters:
  ///   - difference: What the differ found.
  ///   - desired: What the seed says.
  ///   - live: What Keystone holds.
  /// - Returns: The plan, which may be empty.
  /// - Throws: ``PlanError`` where the plan would be too dangerous or could not work.
  package func plan(
    _ difference: Difference,
    desired: DesiredState,
    live: LiveState
  ) throws(PlanError) -> Plan {
    var changes = difference.changes
    var notes = difference.notes
    var unmanagedCount = difference.unmanaged.count
    if options.prunes {
      let pruning = Pruning(desired: desired, live: live, caller: caller)
      let pruned = pruning.select(from: difference.unmanaged, among: options.kinds)
      try pruning.check(count: pruned.changes.count, limit: options.maximumDeletions)
      changes += pruned.changes
      notes += pruned.notes
      unmanagedCount -= pruned.changes.count
    }
    let replacement = CatalogReplacement(live: live, capabilities: capabilities)
    let replaced = replacement.apply(to: changes)
    changes = replaced.changes
    notes += replaced.notes
    try PlanSafety(desired: desired, live: live, caller: caller).check(changes)
    return Plan(changes: changes, notes: notes, unmanagedCount: unmanagedCount)
  }
}
