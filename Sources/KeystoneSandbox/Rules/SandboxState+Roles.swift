extension SandboxState {
  /// The role of that id, or 404.
  func role(_ id: String) throws(Refusal) -> Role {
    guard let role = roles[id] else { throw .unknown("role", id) }
    return role
  }

  /// Makes a role; its name is not trimmed, and `_member_` gets the id that is reserved for it.
  mutating func createRole(_ attributes: JSONObject) throws(Refusal) -> Role {
    let name = attributes["name"]?.string ?? ""
    let role = Role(
      id: name == Role.member.name ? Role.member.id : RandomID.hex(),
      name: name,
      domainID: attributes["domain_id"] ?? .null,
      extra: attributes.without(["id", "name", "domain_id", "extra"])
    )
    guard options.nameCollation.canStore(name) else { throw .unexpected }
    guard roles.named(name, in: role.nameSpace) == nil else {
      throw .conflict("role", "Duplicate entry found with name \(name)")
    }
    roles.store(role)
    return role
  }

  /// Deletes a role and all its grants, everywhere; nothing protects `admin`.
  mutating func deleteRole(_ id: String) throws(Refusal) {
    guard roles.remove(id) != nil else { throw .unknown("role", id) }
    for membership in grants.memberships(withRole: id) {
      revoke(id, for: membership)
    }
    derivedGrants.removeAll(withRole: id)
  }
}
