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
    for entry in roles.inTenants ?? [] {
      requireTenant(entry.tenant, among: parts.tenants)
      for role in entry.roles {
        validate(role, of: holder, on: .tenant(entry.tenant.value), among: parts.roles)
      }
    }
    for role in roles.onDomain?.value ?? [] {
      validate(role, of: holder, on: .domain(holder.domain), among: parts.roles)
    }
    for role in roles.onSystem?.value ?? [] {
      validate(role, of: holder, on: .system, among: parts.roles)
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

  /// Reports a tenant that is not declared, with a hint where it is written as one of another domain.
  private mutating func requireTenant(
    _ tenant: Located<QualifiedName>,
    among declared: Declared<QualifiedName>
  ) {
    guard declared.isComplete, !declared.names.contains(tenant.value) else { return }
    guard let other = elsewhere(tenant.value.text, among: declared.names) else {
      return require(tenant, in: declared, as: "tenant")
    }
    diagnostics.error(
      "no tenant is called \(tenant.value.quoted)",
      at: tenant.location,
      hint: "a project of another domain: write it under assignments, "
        + "{name: \(other.name), domain: \(other.domain ?? Domain.defaultName.name)}"
    )
  }

  /// The project that other tools write with its domain in one text, as `web@heat` or `heat/web`.
  private func elsewhere(_ text: String, among names: Set<QualifiedName>) -> QualifiedName? {
    let homes = [nil] + document.domains.entries.map { Optional($0.name.value.name) }
    if let home = homes.first(where: { names.contains(QualifiedName(Name(text), of: $0)) }) {
      return QualifiedName(Name(text), of: home)
    }
    for separator in ["@", "/", ":"] as [Character] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      for (name, domain) in [(parts[0], parts[1]), (parts[1], parts[0])] {
        let other = QualifiedName(
          Name(String(name)),
          of: SeedDecoder.domain(called: Name(String(domain)))
        )
        if names.contains(other) { return other }
      }
    }
    return nil
  }

  private mutating func validate(
    _ role: Located<RoleReference>,
    of holder: RoleAssignment.Holder,
    on scope: @autoclosure () -> RoleAssignment.Scope,
    among declared: Declared<QualifiedName>
  ) {
    let name = Located(role.value.name, at: role.location)
    requireInDomain(name, in: declared, as: "role")
    refuseElsewhere(name, of: holder, on: scope())
  }

  /// Keystone takes a domain's role on another domain without a word, where it means nothing.
  mutating func refuseElsewhere(
    _ role: Located<QualifiedName>,
    of holder: RoleAssignment.Holder,
    on scope: @autoclosure () -> RoleAssignment.Scope
  ) {
    guard role.value.domain != nil else { return }
    let assignment = RoleAssignment(holder, scope(), role: role.value)
    guard !assignment.isAtHome else { return }
    diagnostics.error(
      "the role \(role.value.quoted) can be given in that domain alone",
      at: role.location,
      hint: "a global role can be given anywhere"
    )
  }
}
