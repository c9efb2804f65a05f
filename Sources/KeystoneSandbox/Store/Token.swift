/// A token that was issued; what it allows is looked up each time it is used.
struct Token: Sendable {
  let id: String
  let userID: String
  /// Nil for an unscoped token.
  var tenantID: String?
  let issued: Timestamp
  let expires: Timestamp
  /// The token's own audit id and, after rescoping, the first token's.
  let auditIDs: [String]
  /// The domain that it is scoped to.
  var domainID: String?
  /// Whether it is scoped to the system.
  var isSystem = false
  /// How its user has proved who he is, the last way first.
  var methods = ["password"]
  /// The application credential that it was issued for.
  var credentialID: String?

  /// Where its roles are; nil for an unscoped token.
  var scope: Assignment.Target? {
    if let tenantID { return .project(tenantID) }
    if let domainID { return .domain(domainID) }
    return isSystem ? .system : nil
  }
}
