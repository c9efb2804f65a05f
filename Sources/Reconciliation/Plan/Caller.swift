package import IdentityModel

/// Who the requests are made as; a bare admin token is nobody.
package struct Caller: Hashable, Sendable {
  /// The IDs of a caller's user and tenant, by which it is known where no list has their names.
  package struct IDs: Hashable, Sendable {
    package let user: String
    package let tenant: String?

    package init(user: String, tenant: String?) {
      self.user = user
      self.tenant = tenant
    }
  }

  package let user: QualifiedName
  /// What the token is scoped to, nil for an unscoped one.
  package let scope: RoleAssignment.Scope?
  /// Those that it has there, whatever gives them.
  package let roles: Set<QualifiedName>
  /// Nil where they were not told.
  package let ids: IDs?

  package init(
    user: QualifiedName,
    on scope: RoleAssignment.Scope?,
    roles: Set<QualifiedName>,
    ids: IDs? = nil
  ) {
    self.user = user
    self.scope = scope
    self.roles = roles
    self.ids = ids
  }

  package init(user: QualifiedName, tenant: QualifiedName?, roles: Set<QualifiedName>) {
    self.init(user: user, on: tenant.map { .tenant($0) }, roles: roles)
  }

  /// The tenant that the token is scoped to; nil for one of a domain or of the system, too.
  package var tenant: QualifiedName? {
    if case .tenant(let tenant) = scope { tenant } else { nil }
  }

  /// The same by declared names, where those are what the identity service takes its own for, or what
  /// they are renamed to.
  ///
  /// - Parameters:
  ///   - twins: What the identity service makes of declared names.
  ///   - renamed: What live objects are called, by what they are to be called.
  /// - Returns: The caller as the lists of a ``LiveState`` have it.
  package func named(
    as twins: [ResourceKey: Twin],
    renamed: [ResourceKey: ResourceKey] = [:]
  ) -> Caller {
    guard !twins.isEmpty || !renamed.isEmpty else { return self }
    var names: [ResourceKey: QualifiedName] = [:]
    for case (let key, .same(let own)) in twins { names[key.named(own)] = key.uniqueName }
    for (new, old) in renamed { names[old] = new.uniqueName }
    func named(_ scope: RoleAssignment.Scope) -> RoleAssignment.Scope {
      switch scope {
      case .tenant(let name): .tenant(names[.tenant(name)] ?? name)
      case .domain(let name): .domain(names[.domain(name)]?.name ?? name)
      case .system, .tenantsBelow, .tenantsOfDomain: scope
      }
    }
    return Caller(
      user: names[.user(user)] ?? user,
      on: scope.map(named),
      roles: Set(roles.map { names[.role($0)] ?? $0 }),
      ids: ids
    )
  }

  /// Whether the object is the caller's own: its user, its tenant, the domain of
  /// either, one of its roles there.
  func depends(on key: ResourceKey) -> Bool {
    switch key {
    case .named(.domain, let name):
      [user.domain, tenant?.domain].contains(name.name) || scope == .domain(name.name)
    case .named(.user, let name): name == user
    case .named(.tenant, let name): name == tenant
    case .named(.role, let name): roles.contains(name)
    case .named, .implication, .membership, .assignment, .service, .endpoint, .limit: false
    }
  }
}
