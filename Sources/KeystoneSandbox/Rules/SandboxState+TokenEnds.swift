extension SandboxState {
  var release: SandboxRelease { options.release }

  /// Ends every token of a user: his password has changed, or he was disabled.
  mutating func endTokens(ofUser userID: String) {
    if release.storesTokens {
      tokens.removeAll(ofUser: userID)
    } else {
      revocations.end(user: userID, now)
    }
  }

  /// Ends every token of a user where tokens are stored; elsewhere each use asks for the user and
  /// the roles.
  mutating func endStoredTokens(ofUser userID: String) {
    if release.storesTokens { tokens.removeAll(ofUser: userID) }
  }

  /// Ends a user's tokens for a tenant where tokens are stored.
  mutating func endTokens(ofUser userID: String, in tenantID: String) {
    if release.storesTokens { tokens.removeAll(ofUser: userID, in: tenantID) }
  }

  /// Ends every token for a tenant where tokens are stored.
  mutating func endTokens(in tenantID: String) {
    if release.storesTokens { tokens.removeAll(in: tenantID) }
  }

  /// Ends a token; on the newest release all that were derived from it end as well, unless the
  /// caller says otherwise.
  mutating func end(_ token: Token, cascading: Bool = true) {
    if release.storesTokens {
      tokens.remove(token.id)
    } else {
      revocations.end(token, withDerived: cascading && release == .current)
    }
  }
}
