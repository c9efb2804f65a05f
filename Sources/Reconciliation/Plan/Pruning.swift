import IdentityModel

/// Chooses which unmanaged objects may be deleted when pruning was asked for.
///
/// Never what is in ``LeftAlone``, and nothing of a kind of which the seed declares nothing: an empty
/// section is more often a mistake than the wish for an empty cloud.
struct Pruning {
  /// What pruning comes to.
  struct Selection {
    /// The changes that are asked for anyway, and the deletions that pruning adds.
    let changes: [Change]
    let notes: [PlanNote]
    /// How many unmanaged objects are left alone.
    let remainingCount: Int
  }

  let desired: DesiredState
  let live: LiveState
  let leftAlone: LeftAlone

  func select(from difference: Difference, among kinds: Set<ResourceKind>) -> Selection {
    // What is pruned anyway need not move first.
    let moves = difference.changes.filter { $0.reason == .movesFromDuplicate }.map(deletion)
    let unmanaged = (difference.unmanaged + moves).filter { kinds.contains($0.key.kind) }
    let allowed = unmanaged.filter { isDeclared($0.key.kind) && !leftAlone.covers($0) }
    let limits = limits(of: allowed, among: kinds)
    let needed = servicesNeeded(after: difference.changes + allowed)
      .union(servicesOfOthers(among: limits))
    let wholes = wholesNeeded(after: difference.changes + allowed)
    let deleted = allowed.filter { change in
      change.kind == .service
        ? !needed.contains(change.liveID ?? "") : !wholes.contains(change.key)
    }
    let deletedKeys = Set(deleted.map(\.key))
    let taken = Set((difference.changes + deleted).compactMap(\.liveID))
    let pruned =
      deleted.filter { !goesWithAnother($0.key, deletedKeys) }
      + limits.filter { taken.contains($0.row.serviceID) && !taken.contains($0.row.id) }
      .map(\.deletion)
    let stillMoving = difference.changes.filter {
      $0.reason != .movesFromDuplicate || !deletedKeys.contains($0.key)
    }
    let sparedKinds = DependencyOrder.kinds.filter { kind in
      !isDeclared(kind) && unmanaged.contains { $0.key.kind == kind }
    }
    return Selection(
      changes: stillMoving + pruned,
      notes: sparedKinds.map { .kindNotPruned($0) } + notes(on: unmanaged)
        + directoryNotes(on: unmanaged),
      remainingCount: Set(difference.unmanaged).subtracting(deleted).count
    )
  }

  /// Why some of what was to be expected is not pruned.
  private func notes(on unmanaged: [Change]) -> [PlanNote] {
    let liveNames = Set(NamedKind.allCases.flatMap { live.keys(of: $0) })
    let twins = unmanaged.compactMap { change -> PlanNote? in
      guard let twin = leftAlone.declaredTwin(of: change.key) else { return nil }
      // Where it is missing, the differ says so.
      let isThere = liveNames.contains(change.key.named(twin))
      return isThere ? .twinNotPruned(change.key, of: twin) : nil
    }
    let unreachable = unmanaged.compactMap { change -> PlanNote? in
      guard isDeclared(change.kind), let id = change.liveID else { return nil }
      return live.unreachableRows[id].map { .unreachableNotPruned(change.key, id: $0) }
    }
    let immutable = unmanaged.compactMap { change -> PlanNote? in
      guard isDeclared(change.kind), leftAlone.coversAsImmutable(change) else { return nil }
      return change.liveID.map { .immutableNotPruned(change.key, id: $0) }
    }
    let named = twins + unreachable + immutable
    guard isDeclared(.endpoint) else { return named }
    let regions = leftAlone.undeclaredRegions(of: unmanaged)
    return named + regions.map { .regionNotPruned($0.key, endpoints: $0.value) }
  }

  /// What would have gone, and lives where Keystone only reads, a note for each domain.
  private func directoryNotes(on unmanaged: [Change]) -> [PlanNote] {
    guard !live.directories.isEmpty else { return [] }
    var held: [Name?: [ResourceKey]] = [:]
    for change in unmanaged where isDeclared(change.kind) && leftAlone.isInOwnDomain(change.key) {
      if let directory = live.directory(holding: change.key) {
        held[directory.domain, default: []].append(change.key)
      }
    }
    return held.map { domain, keys in
      .notPrunedInDirectory(keys.sorted(by: DependencyOrder.createsBefore), of: domain)
    }
  }

  private func deletion(insteadOf move: Change) -> Change {
    .delete(move.key, row: move.liveID, because: .unmanaged)
  }

  /// The services that an endpoint hangs on which is not to go, and would go with its service.
  private func servicesNeeded(after changes: [Change]) -> Set<String> {
    let deleted = changes.filter { $0.key.kind == .endpoint && $0.action == .delete }
    let deletedRows = Set(deleted.compactMap(\.liveID))
    let listed = live.endpoints.filter { !deletedRows.contains($0.id) }.map(\.serviceID)
    return Set(listed + live.strayInterfaces.map(\.serviceID))
  }

  /// The limits of services that go, which Keystone would leave behind, naming what is gone.
  private func limits(
    of services: [Change],
    among kinds: Set<ResourceKind>
  ) -> [(row: LiveLimit, deletion: Change)] {
    guard !live.limits.isEmpty else { return [] }
    let ids = Set(services.filter { $0.key.kind == .service }.compactMap(\.liveID))
    let names = LimitNames(live)
    return live.limits.filter { ids.contains($0.serviceID) }.map { row in
      (row, .deletion(of: row, names.key(of: row), because: .unmanaged))
    }.filter { kinds.contains($0.1.key.kind) }
  }

  /// The services of which somebody has a limit whose limits are none of pruning's.
  private func servicesOfOthers(among limits: [(row: LiveLimit, deletion: Change)]) -> Set<String> {
    Set(limits.filter { leftAlone.covers($0.deletion) }.map(\.row.serviceID))
  }

  /// The tenants that one is below, be it through others, which is not to go, or is to be made.
  private func wholesNeeded(after changes: [Change]) -> Set<ResourceKey> {
    let wholes = live.wholes(of: [.tenant])
    let made = changes.compactMap { change in
      change.action == .create && change.kind == .tenant ? change.resource?.whole : nil
    }
    guard !wholes.isEmpty || !made.isEmpty else { return [] }
    let deleted = Set(changes.lazy.filter { $0.action == .delete }.map(\.key))
    var needed: Set<ResourceKey> = []
    for key in made + wholes.filter({ !deleted.contains($0.key) }).values {
      var next: ResourceKey? = key
      while let whole = next, needed.insert(whole).inserted { next = wholes[whole] }
    }
    return needed
  }

  private func isDeclared(_ kind: ResourceKind) -> Bool {
    switch kind {
    case .implication: !desired.rolesWithDeclaredImplications.isEmpty
    case .membership: !desired.groupsWithDeclaredMembers.isEmpty
    case .assignment: desired.declaresRoles
    case .service: !desired.services.isEmpty
    case .endpoint: !desired.endpoints.isEmpty
    case .registeredLimit: !desired.servicesWithDeclaredLimits.isEmpty
    case .limit: !desired.holdersWithDeclaredLimits.isEmpty
    default: NamedKind(kind).map { desired.hasAny($0) } == true
    }
  }

  /// An assignment goes by itself with its holder, its role or what it is on, a membership with its user or
  /// group, an implication with either role, a limit with the tenant or domain whose own it is.
  private func goesWithAnother(_ key: ResourceKey, _ deleted: Set<ResourceKey>) -> Bool {
    switch key {
    case .implication(let implication): implication.parts.contains { deleted.contains($0) }
    case .membership(let membership): membership.parts.contains { deleted.contains($0) }
    case .assignment(let assignment): assignment.parts.contains { deleted.contains($0) }
    case .limit(let key): key.holder.map { deleted.contains($0.key) } == true
    case .named, .service, .endpoint: false
    }
  }
}
