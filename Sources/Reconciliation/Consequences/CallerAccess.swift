package import IdentityModel

/// Finds the change by which whoever asks would lose what lets it in, where a group, inheritance or an
/// implication gives it that.
///
/// What the caller was granted itself on what it is logged in to is ``PlanSafety``'s. As there, each of its
/// roles counts; but of what roles imply, which says nothing of the caller, none as long as it is an
/// administrator.
package struct CallerAccess: Sendable {
  private let access: Access
  private let caller: Caller
  private let changes: [Change]

  /// Makes one.
  ///
  /// - Parameters:
  ///   - access: What there is before. Members and places may be missing, as far as the questions here
  ///     say that they are needed.
  ///   - caller: Who asks, by the names that the access has.
  ///   - changes: The changes of the plan, in its order.
  package init(_ access: Access, of caller: Caller, _ changes: [Change]) {
    self.access = access
    self.caller = caller
    self.changes = changes
  }

  /// Whether the changes may take any of it, so that it has to be known what gives the caller its roles.
  ///
  /// - Parameters:
  ///   - changes: The changes of a plan.
  ///   - caller: Who asks.
  ///   - implications: Which roles imply which, as far as that is known.
  /// - Returns: Whether they may.
  package static func mayBeLost(
    by changes: [Change],
    of caller: Caller,
    _ implications: Set<Implication>
  ) -> Bool {
    guard let scope = caller.scope else { return false }
    return changes.contains { change in
      guard change.action == .delete else { return false }
      switch change.key {
      case .membership(let membership): return membership.user == caller.user
      case .assignment(let assignment):
        let isOthers = assignment.user.map { $0 != caller.user } ?? false
        return !isOthers && (assignment.scope.isInherited || assignment.scope == scope)
      case .implication(let implication):
        let isAdministrator = caller.roles.contains(where: \.isAdministrator)
        return implications.lead(from: implication.implied) { role in
          isAdministrator ? role.isAdministrator : caller.roles.contains(role)
        }
      // A domain's own role takes no effect by itself, so that the caller seems not to have it.
      case .named(.role, let name): return name.domain != nil
      case .named(.group, _), .named(.domain, _): return true
      case .named, .service, .endpoint, .limit: return false
      }
    }
  }

  /// Whether it matters where the tenant is to which the caller is logged in.
  package var needsPlaces: Bool {
    caller.tenant != nil
      && access.grants.contains { grant in
        grant.isInherited && (grant.holder == .user(.name(caller.user)) || grant.group != nil)
      }
  }

  /// The groups whose members matter: the caller may have its roles by them.
  package var groupsInQuestion: Set<NameOrID> {
    Set(grantsInScope.compactMap(\.group))
  }

  /// The first change of the plan that takes a role from the caller which it has by no other way; nil where
  /// none does.
  ///
  /// What the plan makes is none: nothing makes what takes something away wait for it, and a caller who has
  /// lost its role could not make it any more.
  package var loss: ResourceKey? {
    var ways = CallerWays(
      user: caller.user,
      grants: grantsInScope,
      groups: Set(groupsInQuestion.filter { isMember(of: $0) }),
      implications: access.implications
    )
    var left = ways.roles
    for change in changes where change.action == .delete && ways.take(change) {
      let roles = ways.roles
      let lost = left.subtracting(roles)
      left.formIntersection(roles)
      guard !lost.isEmpty else { continue }
      if case .implication = change.key, roles.contains(where: \.isAdministrator) { continue }
      return change.key
    }
    return nil
  }

  private func isMember(of group: NameOrID) -> Bool {
    access.members[group]?.contains(.name(caller.user)) == true
  }

  private var grantsInScope: Set<Access.Grant> {
    let reaches = self.reaches
    return access.grants.filter { reaches.contains($0.scope) }
  }

  /// The scopes of grants that reach what the caller is logged in to.
  private var reaches: Set<Access.Grant.Scope> {
    guard let scope = caller.scope else { return [] }
    var reaches: Set = [Access.Grant.Scope(scope)]
    guard let tenant = caller.tenant, let place = access.places[.name(tenant)] else {
      return reaches
    }
    reaches.insert(.tenantsOfDomain(place.domain))
    var next = place.parent
    while let parent = next, reaches.insert(.tenantsBelow(parent)).inserted {
      next = access.places[parent]?.parent
    }
    return reaches
  }
}

/// The ways by which the caller has its roles, while a plan is carried out.
private struct CallerWays {
  let user: QualifiedName
  var grants: Set<Access.Grant>
  /// The groups that it is in.
  var groups: Set<NameOrID>
  var implications: Set<Access.Implied>

  /// The global roles that they come to.
  var roles: Set<QualifiedName> {
    var reach = RoleReach(
      Dictionary(implications.map { ($0, Lifetime.throughout) }) { first, _ in first }
    )
    let held = grants.filter { grant in
      grant.group.map(groups.contains) ?? (grant.holder == .user(.name(user)))
    }
    let roles = held.flatMap { reach.roles(with: $0.role).keys.compactMap(\.name) }
    return Set(roles.filter { $0.domain == nil })
  }

  /// Leaves out what a change takes away, and says whether that is anything.
  mutating func take(_ change: Change) -> Bool {
    let before = (grants.count, groups.count, implications.count)
    switch change.key {
    case .assignment(let assignment): grants.remove(Access.Grant(assignment))
    case .membership(let membership) where membership.user == user:
      groups.remove(.name(membership.group))
    case .implication(let implication): implications.remove(Access.Implied(implication))
    case .named(.group, let name): groups.remove(.name(name))
    case .named(.domain, let name): groups = groups.filter { $0.name?.domain != name.name }
    case .named(.role, let name):
      grants = grants.filter { $0.role != .name(name) }
      implications = implications.filter { ![$0.role, $0.implied].contains(.name(name)) }
    case .membership, .named, .service, .endpoint, .limit: break
    }
    return before != (grants.count, groups.count, implications.count)
  }
}

extension Set<Implication> {
  /// Whether whoever has the role has one that is wanted, too.
  fileprivate func lead(
    from role: QualifiedName,
    to isWanted: (QualifiedName) -> Bool
  ) -> Bool {
    var seen: Set<QualifiedName> = [role]
    var waiting = [role]
    while let next = waiting.popLast() {
      if isWanted(next) { return true }
      waiting += filter { $0.role == next }.map(\.implied).filter { seen.insert($0).inserted }
    }
    return false
  }
}

extension QualifiedName {
  /// Whether a role is the one that Keystone's own rules ask of administrators (`admin_required` in
  /// `keystone.common.policies.base`), which compare without case (`oslo_policy._checks.RoleCheck`).
  var isAdministrator: Bool { domain == nil && text.lowercased() == "admin" }
}
