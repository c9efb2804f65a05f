/// What a token is for.
///
/// A user's default tenant scopes no login in v2.0: without a tenant the token is unscoped.
public enum TokenScope: Hashable, Sendable {
  /// No tenant: enough to prove a password, not to open an admin route.
  case unscoped
  /// The tenant of that name.
  case tenantName(String)
  /// The tenant with that ID.
  case tenantID(String)
}

extension TokenScope {
  /// What the scope adds to the value of `auth`.
  var members: [String: JSONValue] {
    switch self {
    case .unscoped: [:]
    case .tenantName(let name): ["tenantName": .string(name)]
    case .tenantID(let id): ["tenantId": .string(id)]
    }
  }
}
