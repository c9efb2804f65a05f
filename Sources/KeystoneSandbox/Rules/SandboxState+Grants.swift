extension SandboxState {
  /// The roles of a user in a tenant, wherever they come from, each once.
  func roles(of membership: GrantTable.Membership) -> [Role] {
    roles(of: membership.userID, on: .project(membership.tenantID))
  }

  /// The roles of a user in a tenant, both of which must exist.
  func rolesOfExisting(_ membership: GrantTable.Membership) throws(Refusal) -> [Role] {
    _ = try tenant(membership.tenantID)
    _ = try user(membership.userID)
    return roles(of: membership)
  }

  /// Grants a role.
  ///
  /// Nobody asks whether the user exists: a grant may dangle.
  mutating func grant(
    _ roleID: String,
    for membership: GrantTable.Membership
  ) throws(Refusal) -> Role {
    _ = try tenant(membership.tenantID)
    let role = try role(roleID)
    guard grants.insert(roleID, for: membership) else {
      throw .conflict(
        "role grant",
        "User \(membership.userID) already has role \(roleID) in tenant \(membership.tenantID)"
      )
    }
    return role
  }

  /// Takes a role away, or answers 404 whatever it is that is not there.
  mutating func takeAway(
    _ roleID: String,
    from membership: GrantTable.Membership
  ) throws(Refusal) {
    guard revoke(roleID, for: membership) else {
      throw .notFound("Cannot remove role that has not been granted, \(roleID)")
    }
  }

  /// Takes a role away if it was granted, and with it the user's tokens for the tenant.
  @discardableResult
  mutating func revoke(_ roleID: String, for membership: GrantTable.Membership) -> Bool {
    guard grants.remove(roleID, for: membership) else { return false }
    endTokens(ofUser: membership.userID, in: membership.tenantID)
    return true
  }

  /// Gives a user the role that goes with a default tenant, and makes the role if it is missing.
  mutating func addMember(_ userID: String, to tenantID: String) {
    if roles[Role.member.id] == nil {
      roles.store(
        Role(id: Role.member.id, name: Role.member.name, domainID: .null, extra: [:])
      )
    }
    _ = grants.insert(
      Role.member.id,
      for: GrantTable.Membership(userID: userID, tenantID: tenantID)
    )
  }
}
