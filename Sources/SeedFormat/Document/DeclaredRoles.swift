internal import IdentityModel

/// The roles that a user or a group is to have, each word nil where the seed says nothing of it, which is
/// not the same as none.
struct DeclaredRoles {
  var inTenants: [TenantRoles]?
  /// On the domain that the holder lives in.
  @Rare var onDomain: Located<[Located<RoleReference>]>?
  @Rare var onSystem: Located<[Located<RoleReference>]>?

  struct TenantRoles {
    let tenant: Located<QualifiedName>
    var roles: [Located<RoleReference>] = []
  }

  /// What they come to, each where its role is named.
  func assignments(of holder: RoleAssignment.Holder) -> [Located<RoleAssignment>] {
    var assignments: [Located<RoleAssignment>] = []
    forEach(of: holder) { role, scope in
      let assignment = RoleAssignment(holder, scope, role: role.value.name)
      assignments.append(Located(assignment, at: role.location))
    }
    return assignments
  }

  /// Goes through all of them, each with what it is on.
  func forEach(
    of holder: RoleAssignment.Holder,
    _ body: (Located<RoleReference>, RoleAssignment.Scope) -> Void
  ) {
    for entry in inTenants ?? [] {
      for role in entry.roles { body(role, .tenant(entry.tenant.value)) }
    }
    for role in onDomain?.value ?? [] { body(role, .domain(holder.domain)) }
    for role in onSystem?.value ?? [] { body(role, .system) }
  }

  /// Takes a plain name for the global role where the domain has no role of that name of its own.
  mutating func settle(_ declared: Set<QualifiedName>) {
    func settled(_ roles: [Located<RoleReference>]) -> [Located<RoleReference>] {
      var roles = roles
      roles.settle(declared)
      return roles
    }
    inTenants = inTenants?.map { TenantRoles(tenant: $0.tenant, roles: settled($0.roles)) }
    onDomain = onDomain.map { Located(settled($0.value), at: $0.location) }
    onSystem = onSystem.map { Located(settled($0.value), at: $0.location) }
  }

  /// Adds what another file gives.
  mutating func unite(_ other: DeclaredRoles) {
    if let more = other.inTenants { inTenants = Self.united(inTenants ?? [], more) }
    onDomain = Self.united(onDomain, other.onDomain)
    onSystem = Self.united(onSystem, other.onSystem)
  }

  private static func united(_ first: [TenantRoles], _ others: [TenantRoles]) -> [TenantRoles] {
    var united = first
    var indices: [QualifiedName: Int] = [:]
    for (index, entry) in first.enumerated() { indices[entry.tenant.value] = index }
    for entry in others {
      guard let index = indices[entry.tenant.value] else {
        indices[entry.tenant.value] = united.count
        united.append(entry)
        continue
      }
      united[index].roles = Self.united(united[index].roles, entry.roles)
    }
    return united
  }

  static func united(
    _ first: Located<[Located<RoleReference>]>?,
    _ other: Located<[Located<RoleReference>]>?
  ) -> Located<[Located<RoleReference>]>? {
    guard let first, let other else { return first ?? other }
    return Located(united(first.value, other.value), at: first.location)
  }

  private static func united(
    _ first: [Located<RoleReference>],
    _ others: [Located<RoleReference>]
  ) -> [Located<RoleReference>] {
    let known = Set(first.map(\.value))
    return first + others.filter { !known.contains($0.value) }
  }
}
