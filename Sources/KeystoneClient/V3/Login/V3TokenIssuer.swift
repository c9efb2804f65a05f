/// Where tokens of v3 are made: `POST /auth/tokens`.
struct V3TokenIssuer: Sendable {
  private let channel: Channel
  private let base: IdentityBase

  init(base: IdentityBase, transport: any HTTPTransport) {
    self.base = base
    channel = Channel(base: base.text, transport: transport)
  }

  /// Logs in (`keystone.api.auth.AuthTokenResource`).
  ///
  /// - Parameters:
  ///   - credentials: What with, and for what.
  ///   - includesCatalog: Whether the answer is to hold the catalog, where the scope has one.
  /// - Returns: The token and what Keystone says of it.
  /// - Throws: ``KeystoneError`` where there is no token.
  func token(
    for credentials: V3Credentials,
    includesCatalog: Bool = false
  ) async throws(KeystoneError) -> V3Token {
    let call = Call(
      .post,
      "auth",
      "tokens",
      query: includesCatalog ? [] : [("nocatalog", "1")],
      body: credentials.json,
      secrets: [credentials.secret]
    )
    do throws(KeystoneError) {
      let token = try await channel.send(call).issuedToken()
      channel.transport.memory?.remember([token.token])
      return token
    } catch {
      if let found = await VersionFinder(channel.transport, for: base).reason(for: error) {
        throw KeystoneError(found, of: error.request)
      }
      throw credentials.isToken && error.isNotFound ? error.ofDeadToken : error
    }
  }

  /// The session of a login, which sends nothing yet.
  func session(for credentials: V3Credentials, clock: SessionClock) -> TokenSession<V3Token> {
    TokenSession(secret: credentials.secret, clock: clock) { secret throws(KeystoneError) in
      try await token(for: credentials.with(secret))
    }
  }
}

extension Answer {
  /// The token in the header, with what the document says of it.
  fileprivate func issuedToken() throws(KeystoneError) -> V3Token {
    let text = response.header("X-Subject-Token") ?? ""
    let token = try token(Secret(text))
    guard !text.isEmpty else {
      throw unreadable(.unexpectedShape(detail: "the header X-Subject-Token is missing"))
    }
    return token
  }

  /// What the document says of a token.
  func token(_ token: Secret) throws(KeystoneError) -> V3Token {
    try read { document throws(ShapeFault) in
      try V3Token(token, document.row("token"))
    }
  }
}
