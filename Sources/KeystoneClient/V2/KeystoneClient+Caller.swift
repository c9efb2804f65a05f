extension KeystoneClient {
  /// Who the client is to Keystone, with the catalog as it sees it; nil with Keystone's
  /// `admin_token`, which has neither user nor tenant behind it.
  ///
  /// With a password it is the login's own document, and no further request. A given token is
  /// first exchanged, which keeps `admin_token` out of paths and so out of access logs: Keystone
  /// does not know it as a token and answers 401. Only a user's token is then looked up.
  public func caller() async throws(KeystoneError) -> TokenDocument? {
    switch access.source {
    case .session(let session): return try await session.document()
    case .given(let token):
      do throws(KeystoneError) {
        _ = try await authenticate(token: token, scope: .unscoped)
      } catch {
        if error.isUnauthorized { return nil }
        // A server may forbid exchanges (`allow_rescope_scoped_token`), of real tokens only.
        guard error.isForbidden else { throw error }
      }
      return try await validateToken(token)
    }
  }

  /// Goes on with a new password after the client's own user was given it.
  ///
  /// The change has killed the client's token. Other operations wait until the new one is known
  /// to be accepted. With a given token there is no password to go on with, and nothing happens.
  ///
  /// With `change_password_upon_first_use` the password opens nothing before its user has changed it
  /// (`keystone.identity.backends.sql`). It is changed to the same then, as its user alone can: what
  /// an administrator has set of oneself is one's own choice.
  ///
  /// - Parameter password: What the user was given.
  /// - Throws: ``KeystoneError`` where the password lets nobody in; that it has to be changed first,
  ///   where Keystone refuses the change, as it may (`unique_last_password_count`).
  public func reauthenticate(password: Secret) async throws(KeystoneError) {
    guard case .session(let session) = access.source else { return }
    try await session.goOn(with: password) { [admin] token throws(KeystoneError) in
      do throws(KeystoneError) {
        _ = try await admin.send(Call(.get, "tenants", query: [("limit", "1")]), token: token)
      } catch {
        // A user without the role `admin` has a token all the same.
        guard error.isForbidden else { throw error }
      }
    } choosing: { userID throws(KeystoneError) in
      _ = try await v3.send(.choice(of: password, insteadOf: password, ofUser: userID))
    }
  }
}
