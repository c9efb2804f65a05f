import IdentityModel

/// Chooses which unmanaged objects may be deleted when pruning was asked for.
///
/// Never Keystone's own `_member_`, never the caller's user, tenant and roles, never an identity
/// service or its endpoints, and nothing of a kind of which the seed declares nothing: an empty
/// section is more often a mistake than the wish for an empty cloud.
struct Pruning {
  let desired: DesiredState
  let live: LiveState
  let caller: Caller?

  func select(
    from unmanaged: [Change],
    among kinds: Set<ResourceKind>
  ) -> (changes: [Change], notes: [PlanNote]) {
    let spared = Set(DependencyOrder.kinds.filter { !isDeclared($0) })
    let sparedAndFound = DependencyOrder.kinds.filter { kind in
      spared.contains(kind) && unmanaged.contains { $0.key.kind == kind }
    }
    let deleted = Set(unmanaged.map(\.key))
    let changes = unmanaged.filter {
      !spared.contains($0.key.kind) && !isProtected($0.key)
        && !goesWithAnother($0.key, deleted)
    }
    return (changes, sparedAndFound.map { .kindNotPruned($0) })
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
    case .service(let key): key.type == IdentityService.type
    case .endpoint(let key): key.service.type == IdentityService.type
    }
  }

  /// An assignment goes by itself with its user, tenant or role.
  private func goesWithAnother(_ key: ResourceKey, _ deleted: Set<ResourceKey>) -> Bool {
    guard case .assignment(let assignment) = key else { return false }
    return [.user(assignment.user), .tenant(assignment.tenant), .role(assignment.role)]
      .contains { deleted.contains($0) && !isProtected($0) }
  }
}

/// What the catalog calls Keystone itself.
enum IdentityService {
  static let type: Name = "identity"
}
