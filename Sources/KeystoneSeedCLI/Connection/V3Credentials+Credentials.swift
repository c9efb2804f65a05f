import KeystoneClient

extension V3Credentials {
  /// A login as v3 has it: where nobody says the domain of a name, it is the default one.
  init(_ credentials: Credentials) {
    switch credentials {
    case .password(let user, let password, let scope):
      self = .password(V3UserReference(user), password, scope: V3Scope(scope))
    case .token(let token, let scope):
      self = .token(token, scope: V3Scope(scope))
    case .applicationCredential(.id(let id), let secret):
      self = .applicationCredential(.id(id), secret: secret)
    case .applicationCredential(.name(let name, of: let user), let secret):
      self = .applicationCredential(.name(name, user: V3UserReference(user)), secret: secret)
    }
  }
}

extension V3UserReference {
  fileprivate init(_ user: Credentials.UserReference) {
    switch user {
    case .id(let id): self = .id(id)
    case .name(let name, let domain): self = .name(name, domain: V3DomainReference(domain))
    }
  }
}

extension V3Scope {
  fileprivate init(_ scope: Credentials.Scope) {
    switch scope {
    case .unscoped: self = .unscoped
    case .project(.id(let id)): self = .project(.id(id))
    case .project(.name(let name, let domain)):
      self = .project(.name(name, domain: V3DomainReference(domain)))
    case .domain(let domain): self = .domain(V3DomainReference(domain))
    case .system: self = .system
    }
  }
}

extension V3DomainReference {
  fileprivate init(_ domain: Credentials.DomainReference) {
    switch domain {
    case .id(let id): self = .id(id)
    case .name(let name): self = .name(name)
    case .assumed: self = .default
    }
  }
}
