/// Who sends a request, as far as the token in `X-Auth-Token` tells.
struct Caller: Sendable {
  /// What the token is.
  enum Kind: Sendable {
    /// None was sent, or none that is good: nobody tells the two apart.
    case anonymous
    /// The one from the configuration: every rule passes, but no user stands behind it.
    case adminToken
    /// One that was issued.
    case user(Token)
  }

  let kind: Kind
  /// The names of the user's roles in the token's tenant; none when it is unscoped.
  let roleNames: [String]
  /// The header's own text, for the route that looks the token up by itself.
  let tokenID: String?

  /// Keystone's rule `admin_required`: the role counts in any tenant, whatever its case.
  func requireAdmin() throws(Refusal) {
    try require(["admin"], action: "admin_required")
  }

  /// Refuses a caller who has none of those roles.
  func require(_ roles: [String], action: String) throws(Refusal) {
    switch kind {
    case .adminToken:
      return
    case .anonymous:
      throw .unauthorized()
    case .user:
      guard roleNames.contains(where: { roles.contains($0.lowercased()) }) else {
        throw .notAllowed(action: action)
      }
    }
  }
}
