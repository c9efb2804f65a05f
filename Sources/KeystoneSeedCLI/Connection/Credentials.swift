import Texts

/// What logs in, and for what.
///
/// Names have a domain over v3. Over v2.0 all of them are the default one's.
enum Credentials: Hashable, Sendable {
  case password(UserReference, Secret, Scope)
  /// A token, which another one is made of.
  case token(Secret, Scope)
  /// It has its project by itself; a scope beside it would be refused.
  case applicationCredential(ApplicationCredential, secret: Secret)

  /// A domain, as far as somebody says which.
  enum DomainReference: Hashable, Sendable {
    case id(String)
    case name(String)
    /// Nobody says it, and the default one is meant.
    case assumed
  }

  /// The user to log in as.
  enum UserReference: Hashable, Sendable {
    case id(String)
    case name(String, DomainReference)
  }

  /// The project, or tenant, to log in to.
  enum ProjectReference: Hashable, Sendable {
    case id(String)
    case name(String, DomainReference)
  }

  /// What the token is to be for.
  enum Scope: Hashable, Sendable {
    /// Nothing: such a token shows no catalog.
    case unscoped
    case project(ProjectReference)
    case domain(DomainReference)
    /// The whole cloud.
    case system
  }

  enum ApplicationCredential: Hashable, Sendable {
    case id(String)
    case name(String, of: UserReference)
  }
}

extension Credentials {
  /// What it is for; nil where that is part of what logs in.
  var scope: Scope? {
    switch self {
    case .password(_, _, let scope), .token(_, let scope): scope
    case .applicationCredential: nil
    }
  }

  /// Who logs in, where it is said by name or ID.
  var user: UserReference? {
    switch self {
    case .password(let user, _, _), .applicationCredential(.name(_, of: let user), _): user
    case .token, .applicationCredential(.id, _): nil
    }
  }

  /// The names of which nobody says in which domain they are.
  var namesWithoutDomain: [String] {
    var names: [String] = []
    if case .name(let name, .assumed) = user { names.append("the user \(name)") }
    if case .project(.name(let name, .assumed)) = scope { names.append("the project \(name)") }
    return names
  }
}
