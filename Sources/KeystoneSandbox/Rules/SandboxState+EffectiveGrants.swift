extension SandboxState {
  /// Every role that a user has in a tenant, whatever it comes from.
  func effectiveGrants(of membership: GrantTable.Membership) -> [EffectiveGrant] {
    effectiveGrants(of: membership.userID, on: .project(membership.tenantID))
  }

  /// Every role that a user has somewhere, whatever it comes from; those of a domain are left out,
  /// as Keystone does (`keystone.assignment.core`, `_strip_domain_roles`).
  func effectiveGrants(of userID: String, on target: Assignment.Target) -> [EffectiveGrant] {
    var granted: [Assignment] = []
    if case .project(let id) = target {
      let membership = GrantTable.Membership(userID: userID, tenantID: id)
      granted = grants.roles(of: membership).map {
        Assignment(actor: .user(userID), target: target, roleID: $0)
      }
    }
    if !derivedGrants.assignments.isEmpty {
      let above = ancestors(of: target)
      granted += derivedAssignments(of: userID).filter { assignment in
        assignment.isInherited ? above.contains(assignment.target) : assignment.target == target
      }
    }
    return granted.flatMap { withImplied($0, of: userID, on: target) }
  }

  /// The same for every user and every place.
  var effectiveGrants: [EffectiveGrant] {
    allAssignments.flatMap { assignment in
      userIDs(of: assignment.actor).flatMap { expanded(assignment, for: $0) }
    }
  }

  /// The same for one user and every place.
  func effectiveGrants(ofUser userID: String) -> [EffectiveGrant] {
    assignments(ofUser: userID).flatMap { expanded($0, for: userID) }
  }

  /// The tenants in which a user has any role.
  func tenantIDs(ofUser userID: String) -> [String] {
    guard !derivedGrants.isEmpty else { return grants.tenants(ofUser: userID) }
    return unique(
      effectiveGrants(ofUser: userID).compactMap { grant in
        if case .project(let id) = grant.target { id } else { nil }
      }
    )
  }

  /// The users who have any role in a tenant.
  func userIDs(inTenant tenantID: String) -> [String] {
    guard !derivedGrants.isEmpty else { return grants.users(inTenant: tenantID) }
    return unique(effectiveGrants.filter { $0.target == .project(tenantID) }.map(\.userID))
  }

  /// The groups that a user is in.
  func groupIDs(ofUser userID: String) -> [String] {
    derivedGrants.members.filter { $0.userID == userID }.map(\.groupID)
  }

  /// The project's ancestors and its domain, from which it inherits; nothing else has any.
  func ancestors(of target: Assignment.Target) -> Set<Assignment.Target> {
    guard case .project(let id) = target, let project = tenants[id] else { return [] }
    var above: Set<Assignment.Target> = []
    var next = project.parentID
    while let id = next, let parent = tenants[id], above.insert(.project(id)).inserted {
      next = parent.parentID
    }
    if let domainID = project.domainID { above.insert(.domain(domainID)) }
    return above
  }

  /// The projects below a project or in a domain.
  func subtree(of target: Assignment.Target) -> [Tenant] {
    switch target {
    case .system: return []
    case .domain(let id): return tenants.all.filter { $0.domainID == id }
    case .project(let id):
      var below: [Tenant] = []
      var level = [id]
      while !level.isEmpty {
        let children = tenants.all.filter { $0.parentID.map(level.contains) ?? false }
        below += children
        level = children.map(\.id)
      }
      return below
    }
  }

  private func derivedAssignments(of userID: String) -> [Assignment] {
    let groupIDs = Set(groupIDs(ofUser: userID))
    return derivedGrants.assignments.filter { assignment in
      switch assignment.actor {
      case .user(let id): id == userID
      case .group(let id): groupIDs.contains(id)
      }
    }
  }

  private func assignments(ofUser userID: String) -> [Assignment] {
    let own = grants.tenants(ofUser: userID).flatMap { tenantID in
      grants.roles(of: GrantTable.Membership(userID: userID, tenantID: tenantID)).map {
        Assignment(actor: .user(userID), target: .project(tenantID), roleID: $0)
      }
    }
    return own + derivedAssignments(of: userID)
  }

  private func userIDs(of actor: Assignment.Actor) -> [String] {
    switch actor {
    case .user(let id): [id]
    case .group(let id): derivedGrants.members.filter { $0.groupID == id }.map(\.userID)
    }
  }

  private func expanded(_ assignment: Assignment, for userID: String) -> [EffectiveGrant] {
    let targets =
      assignment.isInherited
      ? subtree(of: assignment.target).map { .project($0.id) } : [assignment.target]
    return targets.flatMap { withImplied(assignment, of: userID, on: $0) }
  }

  private func withImplied(
    _ assignment: Assignment,
    of userID: String,
    on target: Assignment.Target
  ) -> [EffectiveGrant] {
    rolesWithImplied(assignment.roleID)
      .filter { (roles[$0.id]?.domainID ?? .null) == .null }
      .map {
        EffectiveGrant(
          granted: assignment,
          userID: userID,
          target: target,
          roleID: $0.id,
          priorRoleID: $0.prior
        )
      }
  }

  /// A role and all that it implies, each once, with the role that implies it.
  private func rolesWithImplied(_ roleID: String) -> [(id: String, prior: String?)] {
    var found: [(id: String, prior: String?)] = [(roleID, nil)]
    var next = 0
    while next < found.count {
      let prior = found[next].id
      for implication in derivedGrants.implications where implication.roleID == prior {
        if !found.contains(where: { $0.id == implication.impliedID }) {
          found.append((implication.impliedID, prior))
        }
      }
      next += 1
    }
    return found
  }

  private func unique(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }
}
