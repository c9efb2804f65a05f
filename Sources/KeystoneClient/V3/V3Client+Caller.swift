extension V3Client {
  /// Who the client is to Keystone; nil with Keystone's `admin_token`, which has no user behind it.
  ///
  /// With a login it is that login's own document, and no further request.
  public func caller() async throws(KeystoneError) -> V3Token? {
    switch access.source {
    case .session(let session): return try await session.document()
    case .given(let token):
      do throws(KeystoneError) {
        return try await validateToken(token)
      } catch {
        // Of a token that holds, and that Keystone cannot look up.
        guard error.isNotFound else { throw error }
        return nil
      }
    }
  }

  /// The catalog as the client's own token sees it; a 403 where that is unscoped.
  public func catalog() async throws(KeystoneError) -> [V3CatalogEntry] {
    try await list(Call(.get, "auth", "catalog"), "catalog")
  }

  /// Changes a password as its user does, whom the present one lets in: no token is sent.
  ///
  /// All tokens of that user die of it. A wrong present one is a 401; that a rule forbids it, such as
  /// `lock_password`, or one of another length, a 400.
  ///
  /// - Parameters:
  ///   - userID: The user.
  ///   - original: The present password.
  ///   - password: The new one.
  /// - Throws: ``KeystoneError`` where the password is the present one still.
  public func changePassword(
    ofUser userID: String,
    from original: Secret,
    to password: Secret
  ) async throws(KeystoneError) {
    let call = Call.choice(of: password, insteadOf: original, ofUser: userID)
    try await channel.send(call).checkIsEmptyOrDocument()
  }

  /// Goes on with a new password after the client's own user was given it.
  ///
  /// The change has killed the client's token, and a token of the same second is dead at birth. Other
  /// operations wait until a new one is known to be accepted. Where another than a password lets the
  /// client in, a change of that does not matter to it, and nothing happens.
  ///
  /// - Parameter password: What the user was given.
  /// - Throws: ``KeystoneError`` where the password lets nobody in; that it has to be changed first,
  ///   where Keystone refuses that its user changes it to the same.
  public func reauthenticate(password: Secret) async throws(KeystoneError) {
    guard logsInWithPassword, case .session(let session) = access.source else { return }
    try await session.goOn(with: password) { token throws(KeystoneError) in
      do throws(KeystoneError) {
        _ = try await channel.send(Call(.get, "regions"), token: token)
      } catch {
        if error.isForbidden { return }
        throw error.isNotFound ? error.ofDeadToken : error
      }
    } choosing: { userID throws(KeystoneError) in
      try await changePassword(ofUser: userID, from: password, to: password)
    }
  }
}
