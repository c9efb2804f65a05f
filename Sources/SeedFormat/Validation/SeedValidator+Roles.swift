internal import IdentityModel

extension SeedValidator {
  /// What assignments may name.
  struct DeclaredParts {
    let tenants: Declared<QualifiedName>
    let roles: Declared<QualifiedName>

    init(_ document: SeedDocument) {
      tenants = Declared(document.tenants.entries.map(\.name.value), of: document.tenants)
      // `_member_` needs no declaration: Keystone makes it.
      let roleNames = document.roles.entries.map(\.name.value) + [Role.memberName]
      roles = Declared(roleNames, of: document.roles)
    }
  }

  /// Reports roles that are not declared, or are where they cannot be.
  mutating func validate(
    _ roles: DeclaredRoles,
    of holder: RoleAssignment.Holder,
    among parts: DeclaredParts
  ) {
    for entry in roles.inTenants ?? [] { require(entry.tenant, in: parts.tenants, as: "tenant") }
    for assignment in roles.assignments(of: holder) {
      let role = Located(assignment.value.role, at: assignment.location)
      requireInDomain(role, in: parts.roles, as: "role")
      refuseElsewhere(role, on: assignment.value.scope)
    }
    if let place = roles.onDomain?.location {
      needVersion3(
        place,
        "v2.0 has no roles on a domain, v3 has",
        hint: "leave domain_roles out where v2.0 is spoken"
      )
    }
    if let place = roles.onSystem?.location {
      needVersion3(
        place,
        "v2.0 has no roles on the system, v3 has",
        hint: "leave system_roles out where v2.0 is spoken"
      )
    }
  }

  /// Keystone takes a domain's role on another domain without a word, where it means nothing.
  private mutating func refuseElsewhere(
    _ role: Located<QualifiedName>,
    on scope: RoleAssignment.Scope
  ) {
    guard let domain = role.value.domain else { return }
    let isAtHome =
      switch scope {
      case .tenant(let name): name.domain == domain
      case .domain(let name): name == domain
      case .system: false
      }
    guard !isAtHome else { return }
    diagnostics.error(
      "the role \(role.value.quoted) can be given in that domain alone",
      at: role.location,
      hint: "a global role can be given anywhere"
    )
  }
}
