package import IdentityModel

/// Who the requests are made as; a bare admin token is nobody.
package struct Caller: Hashable, Sendable {
  package let user: QualifiedName
  /// The tenant that the token is scoped to, nil for an unscoped one.
  package let tenant: QualifiedName?
  package let roles: Set<QualifiedName>

  package init(user: QualifiedName, tenant: QualifiedName?, roles: Set<QualifiedName>) {
    self.user = user
    self.tenant = tenant
    self.roles = roles
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
    return Caller(
      user: names[.user(user)] ?? user,
      tenant: tenant.map { names[.tenant($0)] ?? $0 },
      roles: Set(roles.map { names[.role($0)] ?? $0 })
    )
  }

  /// Whether the object is the caller's own: its user, its tenant, the domain of
  /// either, one of its roles there.
  func depends(on key: ResourceKey) -> Bool {
    switch key {
    case .named(.domain, let name): [user.domain, tenant?.domain].contains(name.name)
    case .named(.user, let name): name == user
    case .named(.tenant, let name): name == tenant
    case .named(.role, let name): roles.contains(name)
    case .named, .implication, .membership, .assignment, .service, .endpoint, .limit: false
    }
  }
}
