extension SandboxState {
  private static let groupKeys: Set<String> = [
    "id", "name", "description", "domain_id", "extra",
  ]

  /// The group of that id, or 404.
  func group(_ id: String) throws(Refusal) -> Group {
    guard let group = groups[id] else { throw .unknown("group", id) }
    return group
  }

  /// Makes a group in a domain.
  mutating func createGroup(
    _ attributes: JSONObject,
    in domainID: String = Self.domainID
  ) throws(Refusal) -> Group {
    _ = try domain(domainID)
    let group = Group(
      id: RandomID.hex(),
      name: PythonWhiteSpace.stripped(attributes["name"]?.string ?? ""),
      description: attributes["description"] ?? "",
      domainID: domainID,
      extra: attributes.without(Self.groupKeys)
    )
    guard options.nameCollation.canStore(group.name) else { throw .unstorable(release) }
    guard groups.named(group.name, in: domainID) == nil else {
      throw .taken("group", group.name, domainID: domainID)
    }
    groups.store(group)
    return group
  }

  /// Changes what is sent and leaves the rest.
  mutating func updateGroup(_ id: String, _ sent: JSONObject) throws(Refusal) -> Group {
    var group = try group(id)
    if let other = sent["id"], other != .string(id) { throw .otherID }
    if let domain = sent["domain_id"], domain.string != group.domainID { throw .otherDomain }
    if let name = sent["name"]?.string { group.name = PythonWhiteSpace.stripped(name) }
    group.description = sent["description"] ?? group.description
    group.extra.merge(sent.without(Self.groupKeys))
    guard options.nameCollation.canStore(group.name) else { throw .unstorable(release) }
    if let other = groups.named(group.name, in: group.domainID), other.id != id {
      throw .taken("group", group.name)
    }
    groups.store(group)
    return group
  }

  /// Deletes a group with its grants; its members lose what they had by it.
  mutating func deleteGroup(_ id: String) throws(Refusal) {
    _ = try group(id)
    for member in derivedGrants.members where member.groupID == id {
      endStoredTokens(ofUser: member.userID)
    }
    forgetGroup(id)
  }

  /// Takes a group out with all that is its own.
  mutating func forgetGroup(_ id: String) {
    _ = groups.remove(id)
    derivedGrants.removeAll(ofGroup: id)
  }
}
