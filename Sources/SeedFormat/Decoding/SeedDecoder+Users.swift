internal import IdentityModel

extension SeedDecoder {
  mutating func users(in node: YAMLNode) -> SeedDocument.Section<UserEntry> {
    section("users", in: node) { decoder, name, value in
      decoder.user(name, in: value)
    }
  }

  private mutating func user(_ name: Located<Name>, in node: YAMLNode) -> UserEntry {
    guard !reader.isNull(node) else { return UserEntry(name: qualified(name)) }
    var entry = UserEntry(name: qualified(name))
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
      case .roles: entry.roles.inTenants = tenantRoles(in: field.value)
      case .options: entry.options = options(in: field.value, of: SeedSchema.UserOptionKey.self)
      case .groups: entry.groups = references(in: field.value, as: "groups") ?? []
      case .domainRoles: entry.roles.onDomain = roles(in: field.value, as: "domain_roles")
      case .systemRoles: entry.roles.onSystem = roles(in: field.value, as: "system_roles")
      }
    }
    refuse(
      fields,
      beside: entry.exists,
      but: [.exists, .groups, .roles, .domainRoles, .systemRoles]
    )
    return entry
  }
}
