internal import IdentityModel

extension SeedDecoder {
  /// Declared roles are managed, so that an empty value would take every role away.
  ///
  /// A key that an editor left without a value must not mean that; `{}` and `[]` do.
  mutating func tenantRoles(in node: YAMLNode) -> [DeclaredRoles.TenantRoles]? {
    guard !reader.isNull(node) else {
      reader.diagnostics.error(
        "roles has no value",
        at: reader.location(of: node),
        hint: "write {} for no roles at all, or leave the key out"
      )
      return nil
    }
    guard reader.kind(of: node) == .mapping else {
      reader.diagnostics.error(
        "roles must be a mapping, not \(reader.noun(of: node))",
        at: reader.location(of: node),
        hint: "write {service: [admin]}"
      )
      return nil
    }
    guard let pairs = reader.pairs(of: node, as: "roles") else { return nil }
    var roles: [DeclaredRoles.TenantRoles] = []
    for pair in pairs {
      guard let tenant = literalName(pair.key) else { continue }
      let hint = "write [] for none, [admin] for one"
      let references = roleReferences(in: pair.value, as: "the roles in a tenant", hint: hint)
      roles.append(
        DeclaredRoles.TenantRoles(tenant: qualified(tenant), roles: references)
      )
    }
    return roles
  }

  /// The roles on a domain or on the system, or those that another one implies, declared as those in
  /// tenants are.
  mutating func roles(
    in node: YAMLNode,
    as noun: String,
    example: String = "admin"
  ) -> Located<[Located<RoleReference>]>? {
    let location = reader.location(of: node)
    guard reader.kind(of: node) == .sequence else {
      reader.diagnostics.error(
        reader.isNull(node)
          ? "\(noun) has no value" : "\(noun) must be a list, not \(reader.noun(of: node))",
        at: location,
        hint: "write [\(example)], or [] for none at all"
      )
      return nil
    }
    let references = roleReferences(in: node, as: noun, hint: "write [\(example)]")
    return Located(references, at: location)
  }
}
