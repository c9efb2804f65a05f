import IdentityModel

/// Chooses which unmanaged objects may be deleted when pruning was asked for.
///
/// Never Keystone's own `_member_`, never the caller's user, tenant and roles, never an identity
/// service or its endpoints, and nothing of a kind of which the seed declares nothing: an empty
/// section is more often a mistake than the wish for an empty cloud.
struct Pruning {
  /// What pruning comes to.
  struct Selection {
    /// The changes that are asked for anyway, and the deletions that pruning adds.
    let changes: [Change]
    let notes: [PlanNote]
    /// How many deletions are pruning's.
    let prunedCount: Int
    /// How many unmanaged objects are left alone.
    let remainingCount: Int
  }

  let desired: DesiredState
  let live: LiveState
  let caller: Caller?

  func select(from difference: Difference, among kinds: Set<ResourceKind>) -> Selection {
    // What is pruned anyway need not move first.
    let moves = difference.changes.filter { $0.reason == .movesFromDuplicate }.map(deletion)
    let unmanaged = (difference.unmanaged + moves).filter { kinds.contains($0.key.kind) }
    let allowed = unmanaged.filter { isDeclared($0.key.kind) && !isProtected($0.key) }
    let needed = servicesNeeded(after: difference.changes + allowed)
    let deleted = allowed.filter { $0.key.kind != .service || !needed.contains($0.liveID ?? "") }
    let deletedKeys = Set(deleted.map(\.key))
    let pruned = deleted.filter { !goesWithAnother($0.key, deletedKeys) }
    let stillMoving = difference.changes.filter {
      $0.reason != .movesFromDuplicate || !deletedKeys.contains($0.key)
    }
    let sparedKinds = DependencyOrder.kinds.filter { kind in
      !isDeclared(kind) && unmanaged.contains { $0.key.kind == kind }
    }
    return Selection(
      changes: stillMoving + pruned,
      notes: sparedKinds.map { .kindNotPruned($0) },
      prunedCount: pruned.count,
      remainingCount: Set(difference.unmanaged).subtracting(deleted).count
    )
  }

  private func deletion(insteadOf move: Change) -> Change {
    Change(.delete, move.key, liveID: move.liveID, serviceID: move.serviceID, reason: .unmanaged)
  }

  /// The services that an endpoint hangs on which is not to go, and would go with its service.
  private func servicesNeeded(after changes: [Change]) -> Set<String> {
    let deleted = changes.filter { $0.key.kind == .endpoint && $0.action == .delete }
    let deletedRows = Set(deleted.compactMap(\.liveID))
    return Set(live.endpoints.filter { !deletedRows.contains($0.id) }.map(\.serviceID))
  }

  /// Refuses a plan that prunes more than it may; a third of what is live unless told otherwise.
  func check(count: Int, limit: Int?) throws(PlanError) {
    let liveCount =
      live.roles.count + live.tenants.count + live.users.count + live.assignments.count
      + live.services.count + live.endpoints.count
    let limit = limit ?? liveCount / 3
    guard count <= limit else {
      throw .tooManyDeletions(count: count, limit: limit)
    }
  }

  private func isDeclared(_ kind: ResourceKind) -> Bool {
    switch kind {
    case .role: !desired.roles.isEmpty
    case .tenant: !desired.tenants.isEmpty
    case .user: !desired.users.isEmpty
    case .assignment: !desired.usersWithDeclaredRoles.isEmpty
    case .service: !desired.services.isEmpty
    case .endpoint: !desired.endpoints.isEmpty
    }
  }

  private func isProtected(_ key: ResourceKey) -> Bool {
    switch key {
    case .role(let name): name == Role.memberName || caller?.roles.contains(name) == true
    case .tenant(let name): name == caller?.tenant
    case .user(let name): name == caller?.user
    case .assignment(let assignment):
      assignment.role == Role.memberName || assignment.user == caller?.user
    case .service, .endpoint: IdentityService.owns(key)
    }
  }

  /// An assignment goes by itself with its user, tenant or role.
  private func goesWithAnother(_ key: ResourceKey, _ deleted: Set<ResourceKey>) -> Bool {
    guard case .assignment(let assignment) = key else { return false }
    let keys: [ResourceKey] = [
      .user(assignment.user), .tenant(assignment.tenant), .role(assignment.role),
    ]
    return keys.contains { deleted.contains($0) }
  }
}
