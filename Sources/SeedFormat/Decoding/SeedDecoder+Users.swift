internal import IdentityModel

extension SeedDecoder {
  mutating func users(in node: YAMLNode) -> SeedDocument.Section<UserEntry> {
    section("users", in: node) { decoder, name, value in
      decoder.user(name, in: value)
    }
  }

  private mutating func user(_ name: Located<Name>, in node: YAMLNode) -> UserEntry {
    var entry = UserEntry(name: qualified(name))
    guard !reader.isNull(node) else { return entry }
    let fields = reader.fields(of: node, as: SeedSchema.UserKey.self) ?? []
    for field in fields {
      switch field.key {
      case .exists: entry.exists = existence(in: field.value)
      case .was: entry.was = ownName(of: field.value, as: "was")
      case .description: entry.description = text(of: field.value, as: "description")
      case .email: entry.email = text(of: field.value, as: "email")
      case .password: entry.password = password(in: field.value)
      case .tenant, .project:
        entry.tenant = reference(to: field.value, as: field.key.rawValue)
      case .enabled: entry.enabled = flag(of: field.value, as: "enabled")
      case .roles: entry.roles = tenantRoles(in: field.value)
      }
    }
    refuse(fields, beside: entry.exists, but: [.exists, .roles])
    return entry
  }

  /// Declared roles are managed, so that an empty value would take every role away.
  ///
  /// A key that an editor left without a value must not mean that; `{}` and `[]` do.
  private mutating func tenantRoles(in node: YAMLNode) -> [UserEntry.TenantRoles]? {
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
    var roles: [UserEntry.TenantRoles] = []
    for pair in pairs {
      guard let tenant = literalName(pair.key) else { continue }
      let hint = "write [] for none, [admin] for one"
      let references = roleReferences(in: pair.value, as: "the roles in a tenant", hint: hint)
      roles.append(
        UserEntry.TenantRoles(tenant: qualified(tenant), roles: references)
      )
    }
    return roles
  }
}
