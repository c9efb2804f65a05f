extension SandboxState {
  /// Makes a group in the default domain.
  mutating func createGroup(name: String, description: JSONValue) throws(Refusal) -> Group {
    guard groups.named(name) == nil else {
      throw .conflict(
        "group",
        "Duplicate entry found with name \(name) at domain ID \(Self.domainID)"
      )
    }
    let group = Group(id: RandomID.hex(), name: name, description: description)
    groups.store(group)
    return group
  }

  /// Puts a user into a group; one who is in it already stays.
  mutating func addMember(_ userID: String, toGroup groupID: String) throws(Refusal) {
    _ = try user(userID)
    _ = try group(groupID)
    derivedGrants.insert(DerivedGrants.GroupMember(groupID: groupID, userID: userID))
  }

  /// Takes a user out of a group, and all of the user's tokens with it.
  mutating func removeMember(_ userID: String, fromGroup groupID: String) throws(Refusal) {
    _ = try user(userID)
    _ = try group(groupID)
    let member = DerivedGrants.GroupMember(groupID: groupID, userID: userID)
    guard derivedGrants.remove(member) else {
      throw .notFound("User '\(userID)' not found in group '\(groupID)'")
    }
    tokens.removeAll(ofUser: userID)
  }

  /// Grants a role to a group in a tenant; nobody asks whether the group exists.
  mutating func grant(
    _ roleID: String,
    toGroup groupID: String,
    in tenantID: String
  ) throws(Refusal) {
    derivedGrants.insert(try groupGrant(roleID, groupID, tenantID))
  }

  /// Takes it away again, and with it the tokens of the group's members for the tenant.
  mutating func revoke(
    _ roleID: String,
    fromGroup groupID: String,
    in tenantID: String
  ) throws(Refusal) {
    let grant = try groupGrant(roleID, groupID, tenantID)
    guard derivedGrants.remove(grant) else {
      throw .noGrant(role: roleID, actor: groupID, target: tenantID)
    }
    for member in derivedGrants.members where member.groupID == groupID {
      tokens.removeAll(ofUser: member.userID, in: tenantID)
    }
  }

  /// Grants a role in every tenant of the default domain; nobody asks whether the user exists.
  mutating func grantInherited(_ roleID: String, to userID: String) throws(Refusal) {
    _ = try role(roleID)
    derivedGrants.insert(DerivedGrants.Inherited(userID: userID, roleID: roleID))
  }

  /// Takes it away again, and with it the user's tokens.
  mutating func revokeInherited(_ roleID: String, from userID: String) throws(Refusal) {
    _ = try role(roleID)
    let grant = DerivedGrants.Inherited(userID: userID, roleID: roleID)
    guard derivedGrants.remove(grant) else {
      throw .noGrant(role: roleID, actor: userID, target: Self.domainID)
    }
    tokens.removeAll(ofUser: userID)
  }

  /// Lets a role bring another along.
  mutating func imply(_ impliedID: String, by roleID: String) throws(Refusal) {
    _ = try role(roleID)
    _ = try role(impliedID)
    let implication = DerivedGrants.Implication(roleID: roleID, impliedID: impliedID)
    guard derivedGrants.insert(implication) else {
      throw .conflict("implied_role", "Duplicate entry")
    }
  }

  /// Ends that a role brings another along.
  mutating func stopImplying(_ impliedID: String, by roleID: String) throws(Refusal) {
    _ = try role(roleID)
    _ = try role(impliedID)
    let implication = DerivedGrants.Implication(roleID: roleID, impliedID: impliedID)
    guard derivedGrants.remove(implication) else {
      throw .notFound("\(roleID) does not imply \(impliedID).")
    }
  }

  private func groupGrant(
    _ roleID: String,
    _ groupID: String,
    _ tenantID: String
  ) throws(Refusal) -> DerivedGrants.GroupGrant {
    _ = try role(roleID)
    _ = try tenant(tenantID)
    return DerivedGrants.GroupGrant(groupID: groupID, tenantID: tenantID, roleID: roleID)
  }

  private func group(_ id: String) throws(Refusal) -> Group {
    guard let group = groups[id] else { throw .unknown("group", id) }
    return group
  }
}

extension Refusal {
  fileprivate static func noGrant(role: String, actor: String, target: String) -> Refusal {
    .notFound(
      "Could not find role assignment with role: \(role), user or group: \(actor), "
        + "project or domain: \(target)."
    )
  }
}
