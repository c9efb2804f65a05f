internal import IdentityModel

extension SeedDecoder {
  mutating func groups(in node: YAMLNode) -> SeedDocument.Section<GroupEntry> {
    section("groups", in: node) { decoder, name, value in
      decoder.group(name, in: value)
    }
  }

  private mutating func group(_ name: Located<Name>, in node: YAMLNode) -> GroupEntry {
    guard !reader.isNull(node) else { return GroupEntry(name: qualified(name)) }
    var entry = GroupEntry(name: qualified(name))
    let fields = reader.fields(of: node, as: SeedSchema.GroupKey.self) ?? []
    for field in fields {
      switch field.key {
      case .exists: entry.exists = existence(in: field.value)
      case .was: entry.was = ownName(of: field.value, as: "was")
      case .description: entry.description = text(of: field.value, as: "description")
      case .members: entry.members = references(in: field.value, as: "members")
      case .roles: entry.roles.inTenants = tenantRoles(in: field.value)
      case .domainRoles: entry.roles.onDomain = roles(in: field.value, as: "domain_roles")
      case .systemRoles: entry.roles.onSystem = roles(in: field.value, as: "system_roles")
      }
    }
    refuse(
      fields,
      beside: entry.exists,
      but: [.exists, .members, .roles, .domainRoles, .systemRoles]
    )
    return entry
  }
}
