internal import IdentityModel

extension SeedDecoder {
  mutating func absent(in node: YAMLNode) -> AbsentEntries {
    var absent = AbsentEntries()
    for field in reader.fields(of: node, as: SeedSchema.AbsentKey.self) ?? [] {
      switch field.key {
      case .domains: absent.domains = ownNames(in: field.value, as: "absent domains")
      case .groups: absent.groups = absentNames(in: field.value, as: "absent groups")
      case .users: absent.users = absentNames(in: field.value, as: "absent users")
      case .tenants, .projects:
        absent.tenants = absentNames(in: field.value, as: "absent \(field.key.rawValue)")
      case .roles: absent.roles = absentRoles(in: field.value)
      case .regions: absent.regions = names(in: field.value, as: "absent regions").entries
      case .services:
        absent.services = items(of: field.value, as: "absent services") { $0.service(in: $1) }
      case .endpoints:
        absent.endpoints = items(of: field.value, as: "absent endpoints") { $0.endpoint(in: $1) }
      case .implications: absent.implications = absentImplications(in: field.value)
      case .limits:
        absent.limits = items(of: field.value, as: "absent limits") { $0.absentLimit(in: $1) }
      case .memberships: absent.memberships = absentMemberships(in: field.value)
      case .assignments:
        absent.assignments = assignments(in: field.value, as: "absent assignments")
      }
    }
    return absent
  }

  /// The names in a list, as those of the domain whose sections are read.
  private mutating func ownNames(in node: YAMLNode, as noun: String) -> [Located<QualifiedName>] {
    names(in: node, as: noun).entries.map { qualified($0) }
  }

  /// The projects, groups or users in a list, perhaps of other domains.
  mutating func absentNames(in node: YAMLNode, as noun: String) -> [Located<QualifiedName>] {
    references(in: node, as: noun, hint: nil) ?? []
  }

  /// The roles in a list, perhaps of other domains or of none.
  mutating func absentRoles(in node: YAMLNode) -> [Located<QualifiedName>] {
    roleReferences(in: node, as: "absent roles", hint: nil).map {
      Located($0.value.name, at: $0.location)
    }
  }

  /// The implications in a list.
  mutating func absentImplications(in node: YAMLNode) -> [Located<AbsentImplication>] {
    items(of: node, as: "absent implications") { $0.implication(in: $1) }
  }

  /// The memberships in a list.
  mutating func absentMemberships(in node: YAMLNode) -> [Located<Membership>] {
    items(of: node, as: "absent memberships") { $0.membership(in: $1) }
  }

  private mutating func items<Item>(
    of node: YAMLNode,
    as noun: String,
    decode: (inout SeedDecoder, YAMLNode) -> Item?
  ) -> [Located<Item>] {
    var items: [Located<Item>] = []
    for node in reader.items(of: node, as: noun) ?? [] {
      guard let item = decode(&self, node) else { continue }
      items.append(Located(item, at: reader.location(of: node)))
    }
    return items
  }

  private mutating func service(in node: YAMLNode) -> ServicePattern? {
    guard reader.kind(of: node) == .mapping else {
      return name(of: node, as: "an absent service").map { ServicePattern(name: $0.value) }
    }
    let values = names(of: node, as: SeedSchema.AbsentServiceKey.self)
    guard let values, let name = values[.name] else { return nil }
    return ServicePattern(name: name, type: values[.type])
  }

  private mutating func endpoint(in node: YAMLNode) -> EndpointPattern? {
    let values = names(of: node, as: SeedSchema.AbsentEndpointKey.self)
    guard let values, let service = values[.service], let region = values[.region] else {
      return nil
    }
    let pattern = ServicePattern(name: service, type: values[.type])
    guard let name = values[.interface] else {
      return EndpointPattern(service: pattern, region: region)
    }
    guard let interface = EndpointInterface(rawValue: name.text) else {
      reader.diagnostics.error(
        "no interface is called \"\(name)\"",
        at: reader.location(of: node),
        hint: "write public, internal or admin"
      )
      return nil
    }
    return EndpointPattern(service: pattern, region: region, interface: interface)
  }

  private mutating func implication(in node: YAMLNode) -> AbsentImplication? {
    var role: Located<RoleReference>?
    var implied: Located<RoleReference>?
    for field in reader.fields(of: node, as: SeedSchema.AbsentImplicationKey.self) ?? [] {
      switch field.key {
      case .role: role = roleReference(to: field.value, as: "a name in absent implications")
      case .implies: implied = roleReference(to: field.value, as: "a name in absent implications")
      }
    }
    guard let role, let implied else { return nil }
    return AbsentImplication(role: role.value, implied: implied.value)
  }

  private mutating func membership(in node: YAMLNode) -> Membership? {
    var user: Located<QualifiedName>?
    var group: Located<QualifiedName>?
    for field in reader.fields(of: node, as: SeedSchema.AbsentMembershipKey.self) ?? [] {
      switch field.key {
      case .user: user = reference(to: field.value, as: "user")
      case .group: group = reference(to: field.value, as: "group")
      }
    }
    guard let user, let group else { return nil }
    return Membership(user: user.value, group: group.value)
  }

  /// A mapping whose values are all names; nil when one of them can't be read.
  mutating func names<Key: MappingKey>(of node: YAMLNode, as type: Key.Type) -> [Key: Name]? {
    guard let fields = reader.fields(of: node, as: type) else { return nil }
    var names: [Key: Name] = [:]
    for field in fields {
      guard let name = name(of: field.value, as: field.key.rawValue) else { return nil }
      names[field.key.meaning] = name.value
    }
    return names
  }
}
