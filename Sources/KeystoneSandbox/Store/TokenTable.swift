/// The tokens that are good, by id and by user.
struct TokenTable: Sendable {
  private var tokens: [String: Token] = [:]
  private var idsByUser: [String: Set<String>] = [:]

  subscript(id: String) -> Token? {
    tokens[id]
  }

  mutating func store(_ token: Token) {
    tokens[token.id] = token
    idsByUser[token.userID, default: []].insert(token.id)
  }

  mutating func remove(_ id: String) {
    guard let token = tokens.removeValue(forKey: id) else { return }
    idsByUser[token.userID]?.remove(id)
  }

  /// Revokes every token of a user.
  mutating func removeAll(ofUser userID: String) {
    for id in idsByUser.removeValue(forKey: userID) ?? [] {
      tokens[id] = nil
    }
  }

  /// Revokes a user's tokens that are scoped to a tenant.
  mutating func removeAll(ofUser userID: String, in tenantID: String) {
    for id in idsByUser[userID] ?? [] where tokens[id]?.tenantID == tenantID {
      remove(id)
    }
  }

  /// Revokes every token that is scoped to a tenant.
  mutating func removeAll(in tenantID: String) {
    for token in tokens.values where token.tenantID == tenantID {
      remove(token.id)
    }
  }
}
