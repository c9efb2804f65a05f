extension SandboxState {
  /// Puts a user into a group; one who is in it already stays.
  mutating func addMember(_ userID: String, toGroup groupID: String) throws(Refusal) {
    _ = try user(userID)
    _ = try group(groupID)
    derivedGrants.insert(DerivedGrants.GroupMember(groupID: groupID, userID: userID))
  }

  /// Takes a user out of a group, and all of the user's tokens with it.
  mutating func removeMember(_ userID: String, fromGroup groupID: String) throws(Refusal) {
    let member = try member(userID, ofGroup: groupID)
    _ = derivedGrants.remove(member)
    endStoredTokens(ofUser: userID)
  }

  /// The membership of a user in a group, or 404.
  func member(
    _ userID: String,
    ofGroup groupID: String
  ) throws(Refusal) -> DerivedGrants.GroupMember {
    _ = try user(userID)
    _ = try group(groupID)
    let member = DerivedGrants.GroupMember(groupID: groupID, userID: userID)
    guard derivedGrants.contains(member) else {
      throw .notFound("User '\(userID)' not found in group '\(groupID)'")
    }
    return member
  }

  /// Lets a role bring another along.
  ///
  /// - Throws: 409 when it does already, 403 for `admin` and for a domain's role by a global one.
  mutating func imply(_ impliedID: String, by roleID: String) throws(Refusal) {
    let prior = try role(roleID)
    let implied = try role(impliedID)
    guard implied.name != "admin" else {
      throw .forbidden("\(impliedID) cannot be an implied roles.")
    }
    guard implied.domainID == .null || prior.domainID != .null else {
      throw .forbidden(
        release == .pike
          ? "\(impliedID) cannot be an implied roles."
          : "Implied role: \(impliedID) is domain-specific, but the prior role: \(roleID) is global."
      )
    }
    let implication = DerivedGrants.Implication(roleID: roleID, impliedID: impliedID)
    guard derivedGrants.insert(implication) else {
      throw .conflict("implied_role", "Duplicate entry")
    }
  }

  /// Ends that a role brings another along.
  mutating func stopImplying(_ impliedID: String, by roleID: String) throws(Refusal) {
    _ = derivedGrants.remove(try implication(of: impliedID, by: roleID))
  }

  /// That a role brings another along, or 404.
  func implication(
    of impliedID: String,
    by roleID: String
  ) throws(Refusal) -> DerivedGrants.Implication {
    _ = try role(roleID)
    _ = try role(impliedID)
    let implication = DerivedGrants.Implication(roleID: roleID, impliedID: impliedID)
    guard derivedGrants.contains(implication) else {
      throw .notFound("\(roleID) does not imply \(impliedID).")
    }
    return implication
  }
}
