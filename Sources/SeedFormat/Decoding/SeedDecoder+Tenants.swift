internal import IdentityModel

extension SeedDecoder {
  mutating func roles(in node: YAMLNode) -> SeedDocument.Section<RoleEntry> {
    guard reader.kind(of: node) != .mapping else {
      return section("roles", in: node) { decoder, name, value in decoder.role(name, in: value) }
    }
    guard !reportsRolesWithFields(in: node) else {
      return SeedDocument.Section(entries: [], isComplete: false)
    }
    let names = names(
      in: node,
      as: "roles",
      hint: "write [admin, Member], or a mapping where a role has fields"
    )
    var section = SeedDocument.Section<RoleEntry>()
    section.isComplete = names.isComplete
    section.entries = names.entries.map { RoleEntry(name: qualified($0)) }
    return section
  }

  /// Reports items of a list that are more than names, as others write roles with fields.
  private mutating func reportsRolesWithFields(in node: YAMLNode) -> Bool {
    guard reader.kind(of: node) == .sequence else { return false }
    let mappings = reader.document.children(of: node).filter { reader.kind(of: $0) == .mapping }
    for mapping in mappings {
      reader.diagnostics.error(
        "a name in roles must be a text, not a mapping",
        at: reader.location(of: mapping),
        hint:
          "where a role has fields, write roles as a mapping: {admin: , observer: {was: watcher}}"
      )
    }
    return !mappings.isEmpty
  }

  private mutating func role(_ name: Located<Name>, in node: YAMLNode) -> RoleEntry {
    var entry = RoleEntry(name: qualified(name))
    guard !reader.isNull(node) else { return entry }
    let fields = reader.fields(of: node, as: SeedSchema.RoleKey.self) ?? []
    for field in fields {
      switch field.key {
      case .exists: entry.exists = existence(in: field.value)
      case .was: entry.was = ownName(of: field.value, as: "was")
      case .description: entry.description = text(of: field.value, as: "description")
      case .options: entry.options = options(in: field.value, of: SeedSchema.ObjectOptionKey.self)
      case .implies: entry.implies = roles(in: field.value, as: "implies", example: "reader")
      }
    }
    refuse(fields, beside: entry.exists, but: [.exists, .implies])
    return entry
  }

  mutating func tenants(in node: YAMLNode) -> SeedDocument.Section<TenantEntry> {
    section("tenants", in: node) { decoder, name, value in
      decoder.tenant(name, in: value)
    }
  }

  private mutating func tenant(_ name: Located<Name>, in node: YAMLNode) -> TenantEntry {
    guard !reader.isNull(node) else { return TenantEntry(name: qualified(name)) }
    var entry = TenantEntry(name: qualified(name))
    let fields = reader.fields(of: node, as: SeedSchema.TenantKey.self) ?? []
    for field in fields {
      switch field.key {
      case .exists: entry.exists = existence(in: field.value)
      case .was: entry.was = ownName(of: field.value, as: "was")
      case .description: entry.description = text(of: field.value, as: "description")
      case .parent: entry.parent = self.name(of: field.value, as: "parent")
      case .enabled: entry.enabled = flag(of: field.value, as: "enabled")
      case .options: entry.options = options(in: field.value, of: SeedSchema.ObjectOptionKey.self)
      case .tags:
        let tags = names(in: field.value, as: "tags", hint: "write [lab, web]")
        entry.tags = Located(tags.entries, at: field.location)
      case .limits:
        if let limits = ownLimits(in: field.value, at: field.location) { entry.limits = [limits] }
      }
    }
    refuse(fields, beside: entry.exists, but: [.exists, .limits])
    return entry
  }
}
