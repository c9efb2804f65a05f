package import IdentityModel

/// Turns what differs into what a backend can do about it, and refuses what is too dangerous.
package struct Planner: Sendable {
  private let capabilities: BackendCapabilities
  private let options: PlanOptions
  private let caller: Caller?
  private let unsayable: @Sendable (LiveState) -> Unsayable

  /// Makes a planner.
  ///
  /// - Parameters:
  ///   - capabilities: What the backend can do.
  ///   - options: What the operator asked for.
  ///   - caller: Who is asking, so that nobody cuts off the branch they sit on; nil for a bare
  ///     admin token.
  ///   - unsayable: What of the live objects a seed cannot say; asked when pruning.
  package init(
    capabilities: BackendCapabilities,
    options: PlanOptions,
    caller: Caller?,
    unsayable: @escaping @Sendable (LiveState) -> Unsayable = { _ in Unsayable() }
  ) {
    self.unsayable = unsayable
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
    guard difference.missing.isEmpty else { throw .notThere(difference.missing.sorted()) }
    guard difference.renameConflicts.isEmpty else {
      throw .cannotRename(difference.renameConflicts)
    }
    // Pruning never looks into a region or a domain that is somebody else's, so that one makes no part of a
    // cloud.
    let others = desired.existingAmongOwn.filter { $0.kind != .region }
    guard !options.prunes || options.kinds == [.endpoint] || others.isEmpty else {
      throw .prunesPart(others.sorted(by: DependencyOrder.createsBefore))
    }
    var difference = difference
    difference.takeResidentsOfDeletedDomains()
    var changes = difference.changes
    var notes = difference.notes
    var unmanagedCount = difference.unmanaged.count
    if options.prunes {
      let leftAlone = LeftAlone(
        desired: desired,
        live: live,
        caller: caller,
        memberRole: capabilities.defaultTenantRole,
        bootstrapped: capabilities.bootstrapped,
        unsayable: unsayable(live)
      )
      let pruning = Pruning(desired: desired, live: live, leftAlone: leftAlone)
      let selection = pruning.select(from: difference, among: options.kinds)
      changes = selection.changes
      notes += selection.notes + difference.pruneNotes
      unmanagedCount = selection.remainingCount
    }
    notes += GoneHolders(live: live, isPruned: options.prunes)
      .notes(on: difference.unmanaged, besides: changes)
    let changeable = ImmutableObjects(live).apply(to: changes)
    notes += changeable.notes
    let limits = OwnLimits(desired: desired, live: live).apply(to: changeable.changes)
    notes += limits.notes
    let replaced = CatalogReplacement(live: live, capabilities: capabilities)
      .apply(to: limits.changes)
    let neighbors = CatalogNeighbors(desired: desired, live: live, changes: replaced.changes)
    notes += replaced.notes + neighbors.notes(on: replaced.changes)
    if options.kinds.contains(.endpoint) { notes += neighbors.regionNotes }
    let plan = Plan(
      changes: replaced.changes,
      notes: notes + Departures(live: live, kinds: options.kinds).notes(on: replaced.changes),
      unmanagedCount: unmanagedCount
    )
    let limit = DeletionLimit(
      live: live,
      maximum: options.maximumDeletions,
      countsDuplicates: options.countsDuplicates
    )
    try limit.check(plan.changes)
    let memberRole = capabilities.defaultTenantRole?.name
    try ObjectTrees(plan.changes, live: live).check(plan.changes)
    try PlanSafety(live: live, caller: caller, memberRole: memberRole).check(plan.changes)
    return plan
  }
}
