extension SandboxState {
  private var roleKeys: Set<String> {
    let keys: Set<String> = ["id", "name", "domain_id", "extra"]
    return release == .pike ? keys : keys.union(["options"])
  }

  /// Makes a role over v3, of the whole cloud or of a domain, which nobody looks for.
  mutating func createVersion3Role(_ attributes: JSONObject) throws(Refusal) -> Role {
    var role = Role(
      id: RandomID.hex(),
      name: attributes["name"]?.string ?? "",
      domainID: attributes["domain_id"] ?? .null,
      extra: attributes.without(roleKeys)
    )
    if release != .pike { role.options.apply(attributes["options"]) }
    guard options.nameCollation.canStore(role.name) else { throw .unstorable(release) }
    guard roles.named(role.name, in: role.nameSpace) == nil else {
      throw .taken("role", role.name)
    }
    roles.store(role)
    return role
  }

  /// Changes what is sent and leaves the rest; v2.0 has no such thing.
  mutating func updateRole(_ id: String, _ sent: JSONObject) throws(Refusal) -> Role {
    var role = try role(id)
    if let other = sent["id"], other != .string(id) { throw .otherID }
    if let domain = sent["domain_id"], domain != role.domainID {
      throw .badRequest("Update of `domain_id` is not allowed.")
    }
    guard !role.isImmutable || sent.releasesImmutability else {
      throw .immutable("role", id, "update")
    }
    role.name = sent["name"]?.string ?? role.name
    if release != .pike { role.options.apply(sent["options"]) }
    role.extra.merge(sent.without(roleKeys))
    guard options.nameCollation.canStore(role.name) else { throw .unstorable(release) }
    if let other = roles.named(role.name, in: role.nameSpace), other.id != id {
      throw .taken("role", role.name)
    }
    roles.store(role)
    return role
  }

  /// Deletes a role over v3, which the option `immutable` forbids.
  mutating func deleteVersion3Role(_ id: String) throws(Refusal) {
    guard try !role(id).isImmutable else { throw .immutable("role", id, "delete") }
    try deleteRole(id)
  }
}
