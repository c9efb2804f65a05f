extension SandboxState {
  /// Every role that a user has in a tenant, whatever it comes from; those of other domains than
  /// none are left out, as Keystone does (`keystone.assignment.core`, `_strip_domain_roles`).
  func effectiveGrants(of membership: GrantTable.Membership) -> [EffectiveGrant] {
    let own = grants.roles(of: membership).map { ($0, EffectiveGrant.Origin.own) }
    let base = own + (derivedGrants.isEmpty ? [] : derived(for: membership))
    return base.flatMap { roleID, origin in
      rolesWithImplied(roleID).map {
        EffectiveGrant(
          membership: membership,
          roleID: $0.id,
          origin: origin,
          priorRoleID: $0.prior
        )
      }
    }
    .filter { (roles[$0.roleID]?.domainID ?? .null) == .null }
  }

  /// The same for every user and tenant.
  var effectiveGrants: [EffectiveGrant] {
    var seen: Set<GrantTable.Membership> = []
    return possibleMemberships.filter { seen.insert($0).inserted }.flatMap(effectiveGrants)
  }

  /// The tenants in which a user has any role.
  func tenantIDs(ofUser userID: String) -> [String] {
    guard !derivedGrants.isEmpty else { return grants.tenants(ofUser: userID) }
    return unique(effectiveGrants.filter { $0.membership.userID == userID }) {
      $0.membership.tenantID
    }
  }

  /// The users who have any role in a tenant.
  func userIDs(inTenant tenantID: String) -> [String] {
    guard !derivedGrants.isEmpty else { return grants.users(inTenant: tenantID) }
    return unique(effectiveGrants.filter { $0.membership.tenantID == tenantID }) {
      $0.membership.userID
    }
  }

  private func unique(
    _ grants: [EffectiveGrant],
    _ id: (EffectiveGrant) -> String
  ) -> [String] {
    var seen: Set<String> = []
    return grants.map(id).filter { seen.insert($0).inserted }
  }

  private func derived(
    for membership: GrantTable.Membership
  ) -> [(String, EffectiveGrant.Origin)] {
    let groupIDs = derivedGrants.members.filter { $0.userID == membership.userID }.map(\.groupID)
    let byGroup = derivedGrants.groupGrants
      .filter { $0.tenantID == membership.tenantID && groupIDs.contains($0.groupID) }
      .map { ($0.roleID, EffectiveGrant.Origin.group($0.groupID)) }
    let byDomain = derivedGrants.inherited
      .filter { $0.userID == membership.userID }
      .map { ($0.roleID, EffectiveGrant.Origin.domain) }
    return byGroup + byDomain
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

  /// Whoever may have a role somewhere, some of them more than once.
  private var possibleMemberships: [GrantTable.Membership] {
    let byGroup = derivedGrants.groupGrants.flatMap { grant in
      derivedGrants.members.filter { $0.groupID == grant.groupID }.map {
        GrantTable.Membership(userID: $0.userID, tenantID: grant.tenantID)
      }
    }
    let byDomain = derivedGrants.inherited.flatMap { grant in
      tenants.all.map { GrantTable.Membership(userID: grant.userID, tenantID: $0.id) }
    }
    return grants.all.map(\.0) + byGroup + byDomain
  }
}
