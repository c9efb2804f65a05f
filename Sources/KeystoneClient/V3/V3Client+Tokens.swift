extension V3Client {
  /// Logs in, apart from the client's own token.
  ///
  /// An unknown user, a wrong password, a disabled or locked account, an unknown or disabled project
  /// and one without a role for the user are all the same 401.
  ///
  /// - Parameters:
  ///   - credentials: What with, and for what.
  ///   - includesCatalog: Whether the answer is to hold the catalog as that user sees it.
  /// - Returns: The token and what Keystone says of it.
  /// - Throws: ``KeystoneError`` where there is no token.
  public func authenticate(
    _ credentials: V3Credentials,
    includesCatalog: Bool = false
  ) async throws(KeystoneError) -> V3Token {
    try await issuer.token(for: credentials, includesCatalog: includesCatalog)
  }

  /// Whether a password opens, which is the only way to know: it cannot be read back.
  ///
  /// The login is by ID, and said to be unscoped: a user with a default project would else be logged
  /// in to that, which may refuse it for reasons of its own. One wrong try may lock the account
  /// (`lockout_failure_attempts`), and a directory may count three of it. Nothing is sent where the
  /// client's own login was just that: it is known to open.
  ///
  /// - Parameters:
  ///   - password: The password.
  ///   - userID: The user.
  /// - Returns: What the login says.
  /// - Throws: ``KeystoneError`` for whatever is not a clean answer.
  public func checkPassword(
    _ password: Secret,
    ofUser userID: String
  ) async throws(KeystoneError) -> V3PasswordCheck {
    if logsInWithPassword, case .session(let session) = access.source,
      await session.isOpened(by: password, ofUser: userID)
    {
      return .accepted
    }
    do throws(KeystoneError) {
      _ = try await authenticate(.password(.id(userID), password, scope: .unscoped))
      return .accepted
    } catch {
      guard let check = V3PasswordCheck(error) else { throw error }
      return check
    }
  }

  /// What Keystone says about a token; a 404 for one that is unknown, ended or revoked.
  ///
  /// - Parameters:
  ///   - token: The token that it is about.
  ///   - includesCatalog: Whether the answer is to hold the catalog, where the scope has one.
  /// - Returns: What it says.
  /// - Throws: ``KeystoneError``.
  public func validateToken(
    _ token: Secret,
    includesCatalog: Bool = false
  ) async throws(KeystoneError) -> V3Token {
    let query = includesCatalog ? [] : [("nocatalog", "1")]
    return try await send(Self.call(.get, about: token, query: query)).token(token)
  }

  /// Revokes a token; a 404 for one that is not valid any more.
  public func revokeToken(_ token: Secret) async throws(KeystoneError) {
    try await send(Self.call(.delete, about: token)).checkIsEmptyOrDocument()
  }

  private static func call(
    _ method: HTTPRequest.Method,
    about token: Secret,
    query: [(name: String, value: String)] = []
  ) -> Call {
    var call = Call(method, "auth", "tokens", query: query, secrets: [token])
    call.header = HTTPHeader("X-Subject-Token", token.exposed())
    return call
  }
}
