/// A token that was issued; what it allows is looked up each time it is used.
struct Token: Sendable {
  let id: String
  let userID: String
  /// Nil for an unscoped token.
  let tenantID: String?
  let issued: Timestamp
  let expires: Timestamp
  /// The token's own audit id and, after rescoping, the first token's.
  let auditIDs: [String]
}
