/// What makes a token dead on a Keystone whose tokens are nowhere stored: events that are compared
/// with each token when it is used.
///
/// Moments are whole seconds, and a token of the very second of an event is dead as well, though
/// it was issued afterwards (`keystone.models.revoke_model`).
struct Revocations: Sendable {
  private var users: [String: Timestamp] = [:]
  private var auditIDs: Set<String> = []
  private var chains: Set<String> = []

  /// Ends every token of a user that was issued until now.
  mutating func end(user userID: String, _ now: Timestamp) {
    users[userID] = now
  }

  /// Ends a token alone, or with all that were derived from it.
  mutating func end(_ token: Token, withDerived: Bool) {
    guard let own = token.auditIDs.first else { return }
    auditIDs.insert(own)
    if withDerived { chains.insert(own) }
  }

  /// Whether an event has ended a token.
  func have(ended token: Token) -> Bool {
    if let moment = users[token.userID], token.issued <= moment { return true }
    guard let own = token.auditIDs.first, let first = token.auditIDs.last else { return false }
    return auditIDs.contains(own) || chains.contains(first)
  }
}
