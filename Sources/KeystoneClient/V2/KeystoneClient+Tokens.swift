extension KeystoneClient {
  /// Logs in with a password, apart from the client's own token.
  ///
  /// An unknown user, a wrong password, a disabled account, an unknown tenant and one without a
  /// role for the user are all the same 401.
  public func authenticate(
    _ credentials: PasswordCredentials
  ) async throws(KeystoneError) -> TokenDocument {
    try await issuer.token(for: credentials)
  }

  /// Makes a token of a token, for another scope; it ends when the first one does.
  public func authenticate(
    token: Secret,
    scope: TokenScope
  ) async throws(KeystoneError) -> TokenDocument {
    try await issuer.token(for: token, scope: scope)
  }

  /// Whether a password opens, which is the only way to know: it cannot be read back.
  ///
  /// The login is by ID, since names of more than 64 characters cannot log in, and unscoped, since
  /// a tenant may refuse it for reasons of its own. Whatever is not a clean answer is thrown.
  public func checkPassword(
    _ password: Secret,
    ofUser userID: String
  ) async throws(KeystoneError) -> PasswordCheck {
    do throws(KeystoneError) {
      _ = try await authenticate(
        PasswordCredentials(user: .id(userID), password: password, scope: .unscoped)
      )
      return .accepted
    } catch {
      guard error.isUnauthorized else { throw error }
      return switch error.refusal?.accountState {
      case .locked: .locked
      case .passwordExpired: .mustBeChanged
      case .disabled: .disabled
      case nil: .refused
      }
    }
  }

  /// What Keystone says about a token; a 404 for one that is unknown, ended or revoked.
  public func validateToken(_ token: Secret) async throws(KeystoneError) -> TokenDocument {
    try await send(Call(.get, "tokens", token.exposed(), secrets: [token])).record("access")
  }

  /// Revokes a token; a 404 for one that is not valid any more.
  public func revokeToken(_ token: Secret) async throws(KeystoneError) {
    try await send(Call(.delete, "tokens", token.exposed(), secrets: [token]))
      .checkIsEmptyOrDocument()
  }
}
