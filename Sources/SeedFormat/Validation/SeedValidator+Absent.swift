internal import IdentityModel

extension SeedValidator {
  /// Reports objects that are both declared and absent.
  mutating func validateAbsent() {
    let absent = document.absent
    guard !absent.isEmpty else { return }
    refuseWildcards()
    let domains = places(of: document.domains.entries, \.name)
    for domain in absent.domains {
      reportConflict(of: domain, with: domains[domain.value], as: "domain")
      validateAbsentDomain(domain)
    }
    for name in absent.roles + absent.tenants + absent.groups + absent.users {
      requireDomain(of: name)
    }
    let roles = places(of: document.roles.entries, \.name)
    let tenants = places(of: document.tenants.entries, \.name)
    let users = places(of: document.users.entries, \.name)
    for role in absent.roles {
      reportConflict(of: role, with: roles[role.value], as: "role")
      if role.value == Role.memberName {
        diagnostics.error("_member_ is Keystone's own: it would come back", at: role.location)
      }
    }
    for tenant in absent.tenants {
      reportConflict(of: tenant, with: tenants[tenant.value], as: "tenant")
    }
    let groups = places(of: document.groups.entries, \.name)
    for group in absent.groups {
      reportConflict(of: group, with: groups[group.value], as: "group")
      validateAbsentGroup(group)
    }
    for user in absent.users { reportConflict(of: user, with: users[user.value], as: "user") }
    let regions = places(of: document.regions.entries, \.name)
    for region in absent.regions {
      reportConflict(of: region, with: regions[region.value], as: "region")
      NameRule.region.check(region, into: &diagnostics)
    }
    validateAbsentImplications()
    validateAbsentMemberships()
    validateAbsentAssignments()
    validateAbsentServices()
  }

  private mutating func validateAbsentAssignments() {
    guard !document.absent.assignments.isEmpty else { return }
    var declared: [RoleAssignment: FileLocation] = [:]
    for assignment in document.declaredAssignments {
      declared[assignment.value] = assignment.location
    }
    for entry in document.absent.assignments {
      needVersion3(of: entry)
      requireDomain(of: Located(entry.holder.value.name, at: entry.holder.location))
      if case .named(.tenant, let name) = entry.scope.value.key {
        requireDomain(of: Located(name, at: entry.scope.location))
      }
      for role in entry.roles {
        requireDomain(of: Located(role.value.name, at: role.location))
      }
    }
    for assignment in document.absent.assignments.flatMap(\.assignments) {
      guard let place = declared[assignment.value] else { continue }
      diagnostics.error(
        "\(assignment.value) is declared in \(diagnostics.place(place, seenFrom: assignment.location)) and absent",
        at: assignment.location
      )
    }
  }

  /// Reports `*` in the place of a name, which other tools take for all names.
  private mutating func refuseWildcards() {
    for name in document.absent.names where name.value == "*" {
      diagnostics.error(
        "absent names one object at a time: there is no wildcard",
        at: name.location,
        hint: "apply --prune deletes what the seed does not declare"
      )
    }
  }

  /// A pattern can mean several services, but all of one name.
  private mutating func validateAbsentServices() {
    let services = Dictionary(grouping: document.services.entries, by: \.name.value)
    for pattern in document.absent.services {
      for service in services[pattern.value.name] ?? [] {
        guard let key = service.key, pattern.value.matches(key) else { continue }
        diagnostics.error(
          "service \(key) is declared in "
            + diagnostics.place(service.label.location, seenFrom: pattern.location) + " and absent",
          at: pattern.location
        )
      }
    }
    for pattern in document.absent.endpoints {
      if pattern.value.interface == .public { needPublicURL(at: pattern.location) }
      for service in services[pattern.value.service.name] ?? [] {
        guard let key = service.key else { continue }
        let interface = pattern.value.interface
        let endpoint = EndpointKey(
          service: key,
          region: pattern.value.region,
          interface: interface
        )
        let declaration = service.endpoints.first { declares($0, interface, in: endpoint.region) }
        guard let declaration, pattern.value.matches(endpoint) else { continue }
        diagnostics.error(
          (interface.map { "the \($0.rawValue) URL of " } ?? "")
            + "endpoint \(endpoint) is declared in "
            + diagnostics.place(declaration.location, seenFrom: pattern.location) + " and absent",
          at: pattern.location
        )
      }
    }
  }

  /// Whether a URL is written for an endpoint, or for that interface of it.
  private func declares(
    _ endpoints: EndpointsEntry,
    _ interface: EndpointInterface?,
    in region: Name
  ) -> Bool {
    endpoints.declarations(usual: document.usualRegions.map(\.name.value)).contains { declared in
      guard declared.region == region else { return false }
      guard let interface, case .each(let interfaces) = declared.urls else { return true }
      return interfaces.declared[interface] != nil
    }
  }

  private mutating func reportConflict<Key: ComparedName>(
    of name: Located<Key>,
    with place: FileLocation?,
    as noun: String
  ) {
    guard let place else { return }
    diagnostics.error(
      "the \(noun) \(name.value.quoted) is declared in "
        + diagnostics.place(place, seenFrom: name.location) + " and absent",
      at: name.location
    )
  }

  private func places<Entry, Key: Hashable>(
    of entries: [Entry],
    _ name: (Entry) -> Located<Key>
  ) -> [Key: FileLocation] {
    Dictionary(entries.map { (name($0).value, name($0).location) }) { first, _ in first }
  }
}

extension ServiceEntry {
  /// What makes it the service it is, without a type where it is referred to by its name alone; nil
  /// where its type could not be read.
  var key: ServiceKey? {
    if isFoundByName { return ServiceKey(type: ServiceKey.anyType, name: name.value) }
    return type.map { ServiceKey(type: $0.value, name: name.value) }
  }

  /// Whether it is somebody else's whose type the seed does not say.
  var isFoundByName: Bool { exists != nil && !declaresType }
}
