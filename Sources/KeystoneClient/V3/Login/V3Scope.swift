/// What a token of v3 is for.
///
/// There is no way to leave it open: a login that names no scope is for the user's default project
/// where there is one with a role, and unscoped elsewhere (`keystone.auth.core.AuthInfo`).
public enum V3Scope: Hashable, Sendable {
  /// Nothing, said explicitly: enough to prove a password, not to open an admin route.
  case unscoped
  /// A project.
  case project(V3ProjectReference)
  /// A domain: an admin of one sees that domain alone, and is not told so.
  case domain(V3DomainReference)
  /// The system, which is the whole cloud.
  case system
}

extension V3Scope {
  /// The value of `scope` in the body of a login.
  var json: JSONValue {
    switch self {
    case .unscoped: .string("unscoped")
    case .project(let project): .object(["project": project.json])
    case .domain(let domain): .object(["domain": domain.json])
    case .system: .object(["system": .object(["all": .bool(true)])])
    }
  }
}
