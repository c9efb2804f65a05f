internal import IdentityModel

extension SeedDecoder {
  /// Reads the domains, and adds what stands in them to the sections of the document.
  mutating func domains(in node: YAMLNode, into document: inout SeedDocument) {
    let domains = section("domains", in: node) { decoder, name, value in
      decoder.domain(name, in: value, into: &document)
    }
    document.domains = domains
  }

  private mutating func domain(
    _ name: Located<Name>,
    in node: YAMLNode,
    into document: inout SeedDocument
  ) -> DomainEntry {
    let own = Self.domain(called: name.value)
    let qualified = own.map { QualifiedName($0) } ?? Domain.defaultName
    var entry = DomainEntry(name: Located(qualified, at: name.location))
    guard !reader.isNull(node) else { return entry }
    let fields = reader.fields(of: node, as: SeedSchema.DomainKey.self) ?? []
    domain = own
    defer { domain = nil }
    refuseSections(fields, ofDefault: own == nil)
    for field in fields {
      switch field.key {
      case .description: entry.description = text(of: field.value, as: "description")
      case .enabled: entry.enabled = flag(of: field.value, as: "enabled")
      case .options: entry.options = options(in: field.value, of: SeedSchema.ObjectOptionKey.self)
      case .exists: entry.exists = existence(in: field.value)
      case .was: entry.was = formerDomain(in: field.value)
      case .limits:
        if let limits = ownLimits(in: field.value, at: field.location) { entry.limits = [limits] }
      case .roles, .tenants, .projects, .groups, .users, .assignments, .absent:
        if own != nil, !reader.isNull(field.value) { add(field, to: &document) }
      }
    }
    refuse(
      fields,
      beside: entry.exists,
      but: SeedSchema.DomainKey.sections.union([.exists, .limits])
    )
    return entry
  }

  /// What a domain was called, which was not the default one: that is known by its ID, and stays.
  private mutating func formerDomain(in node: YAMLNode) -> Located<QualifiedName>? {
    guard let name = self.name(of: node, as: "was") else { return nil }
    guard Self.domain(called: name.value) != nil else {
      reader.diagnostics.error(
        "the default domain can't be what another one was",
        at: name.location,
        hint: "it is always there, whatever it is called"
      )
      return nil
    }
    return Located(QualifiedName(name.value), at: name.location)
  }

  private mutating func add(
    _ field: NodeReader.Field<SeedSchema.DomainKey>,
    to document: inout SeedDocument
  ) {
    switch field.key {
    case .roles: document.roles.add(roles(in: field.value))
    case .tenants, .projects: document.tenants.add(tenants(in: field.value))
    case .groups: document.groups.add(groups(in: field.value))
    case .users: document.users.add(users(in: field.value))
    case .assignments: document.assignments += assignments(in: field.value, as: "assignments")
    case .absent: addAbsent(in: field.value, to: &document.absent)
    case .description, .enabled, .options, .exists, .was, .limits: break
    }
  }

  private mutating func addAbsent(in node: YAMLNode, to absent: inout AbsentEntries) {
    for field in reader.fields(of: node, as: SeedSchema.DomainAbsentKey.self) ?? [] {
      switch field.key {
      case .groups: absent.groups += absentNames(in: field.value, as: "absent groups")
      case .users: absent.users += absentNames(in: field.value, as: "absent users")
      case .tenants, .projects:
        absent.tenants += absentNames(in: field.value, as: "absent projects")
      case .roles: absent.roles += absentRoles(in: field.value)
      case .implications: absent.implications += absentImplications(in: field.value)
      case .memberships: absent.memberships += absentMemberships(in: field.value)
      case .assignments:
        absent.assignments += assignments(in: field.value, as: "absent assignments")
      }
    }
  }

  /// The default domain has one place for what lives in it.
  private mutating func refuseSections(
    _ fields: [NodeReader.Field<SeedSchema.DomainKey>],
    ofDefault isDefault: Bool
  ) {
    guard isDefault else { return }
    for field in fields {
      if SeedSchema.DomainKey.sections.contains(field.key) {
        reader.diagnostics.error(
          "what lives in the default domain stands at the top of the seed",
          at: field.location
        )
      } else if field.key == .was || field.key == .exists {
        reader.diagnostics.error(
          "\"\(field.key.rawValue)\" can't be said of the default domain",
          at: field.location,
          hint: "it is always there, whatever it is called"
        )
      }
    }
  }
}

extension SeedSchema.DomainKey {
  /// What stands in a domain and is no field of its own.
  static let sections: Set<Self> = [
    .roles, .tenants, .projects, .groups, .users, .assignments, .absent,
  ]
}

extension SeedDocument.Section {
  /// Adds what stands in another place.
  fileprivate mutating func add(_ other: Self) {
    entries += other.entries
    isComplete = isComplete && other.isComplete
  }
}
