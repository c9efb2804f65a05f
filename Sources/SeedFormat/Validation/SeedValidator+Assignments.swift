internal import IdentityModel
internal import Texts

extension SeedValidator {
  /// Reports assignments that name what nobody declares, or a role where it cannot be.
  mutating func validateAssignments() {
    guard !document.assignments.isEmpty else { return }
    let parts = DeclaredParts(document)
    let users = Declared(document.users.entries.map(\.name.value), of: document.users)
    let groups = Declared(document.groups.entries.map(\.name.value), of: document.groups)
    let domains = Declared(
      document.domains.entries.map(\.name.value) + [Domain.defaultName],
      of: document.domains
    )
    for entry in document.assignments {
      needVersion3(of: entry)
      let place = entry.holder.location
      switch entry.holder.value {
      case .user(let name): requireInDomain(Located(name, at: place), in: users, as: "user")
      case .group(let name): requireInDomain(Located(name, at: place), in: groups, as: "group")
      }
      switch entry.scope.value.key {
      case .named(.tenant, let name):
        requireInDomain(
          Located(name, at: entry.scope.location),
          in: parts.tenants,
          as: "tenant"
        )
      case .named(_, let name):
        require(Located(name, at: entry.scope.location), in: domains, as: "domain")
      case nil, .implication, .membership, .assignment, .service, .endpoint, .limit:
        break
      }
      for role in entry.roles {
        let name = Located(role.value.name, at: role.location)
        requireInDomain(name, in: parts.roles, as: "role")
        refuseElsewhere(name, of: entry.holder.value, on: entry.scope.value)
      }
    }
  }

  /// Notes what of an assignment v2.0 lacks.
  mutating func needVersion3(of entry: AssignmentEntry) {
    if case .group = entry.holder.value {
      needVersion3(
        entry.holder.location,
        "v2.0 has no groups, v3 has",
        hint: "give the roles to users where v2.0 is spoken"
      )
    }
    switch entry.scope.value {
    case .domain, .tenantsOfDomain:
      needVersion3(
        entry.scope.location,
        "v2.0 has no roles on a domain, v3 has",
        hint: "leave the assignment out where v2.0 is spoken"
      )
    case .system:
      needVersion3(
        entry.scope.location,
        "v2.0 has no roles on the system, v3 has",
        hint: "leave the assignment out where v2.0 is spoken"
      )
    case .tenant, .tenantsBelow:
      break
    }
    guard let place = entry.inherited else { return }
    needVersion3(
      place,
      "v2.0 has no roles that are inherited, v3 has",
      hint: "leave the assignment out where v2.0 is spoken"
    )
  }
}

extension SeedDocument {
  /// All assignments that it declares, in whatever words, each where its role is named.
  var declaredAssignments: [Located<RoleAssignment>] {
    users.entries.flatMap { $0.roles.assignments(of: .user($0.name.value)) }
      + groups.entries.flatMap { $0.roles.assignments(of: .group($0.name.value)) }
      + assignments.flatMap(\.assignments)
  }
}
