internal import IdentityModel

extension SeedDecoder {
  mutating func roles(in node: YAMLNode) -> SeedDocument.Section<Located<Name>> {
    names(in: node, as: "roles", hint: "write [admin, Member]")
  }

  mutating func tenants(in node: YAMLNode) -> SeedDocument.Section<TenantEntry> {
    section("tenants", in: node) { decoder, name, value in
      decoder.tenant(name, in: value)
    }
  }

  private mutating func tenant(_ name: Located<Name>, in node: YAMLNode) -> TenantEntry {
    var entry = TenantEntry(name: name)
    guard !reader.isNull(node) else { return entry }
    for field in reader.fields(of: node, as: SeedSchema.TenantKey.self) ?? [] {
      switch field.key {
      case .description: entry.description = text(of: field.value, as: "description")
      case .enabled: entry.enabled = flag(of: field.value, as: "enabled")
      }
    }
    return entry
  }
}
