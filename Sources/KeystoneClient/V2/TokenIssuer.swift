/// Where tokens are made: `POST /tokens` of the public app or of the admin one.
struct TokenIssuer: Sendable {
  private let channel: Channel
  private let base: IdentityBase

  init(base: IdentityBase, transport: any HTTPTransport) {
    self.base = base
    channel = Channel(base: base.text, transport: transport)
  }

  /// Logs in with a password (`keystone.token.controllers.Auth.authenticate`).
  func token(for credentials: PasswordCredentials) async throws(KeystoneError) -> TokenDocument {
    try await token(
      by: ["passwordCredentials": credentials.json],
      scope: credentials.scope,
      secret: credentials.password
    )
  }

  /// The session of a password, which sends nothing yet.
  func session(
    for credentials: PasswordCredentials,
    clock: SessionClock
  ) -> TokenSession<TokenDocument> {
    TokenSession(secret: credentials.password, clock: clock) { password throws(KeystoneError) in
      var credentials = credentials
      credentials.password = password
      return try await token(for: credentials)
    }
  }

  /// Makes a token of a token, for another scope; it ends when the first one does.
  func token(
    for token: Secret,
    scope: TokenScope
  ) async throws(KeystoneError) -> TokenDocument {
    try await self.token(
      by: ["token": .object(["id": .string(token.exposed())])],
      scope: scope,
      secret: token
    )
  }

  private func token(
    by method: [String: JSONValue],
    scope: TokenScope,
    secret: Secret
  ) async throws(KeystoneError) -> TokenDocument {
    let auth = method.merging(scope.members) { first, _ in first }
    let body = JSONValue.object(["auth": .object(JSONObject(auth))])
    let call = Call(.post, "tokens", body: body, secrets: [secret])
    do throws(KeystoneError) {
      return try await channel.send(call).record("access")
    } catch {
      if let found = await VersionFinder(channel.transport, for: base).reason(for: error) {
        throw KeystoneError(found, of: error.request)
      }
      guard error.refusal?.isUnknownRoute == true else { throw error }
      throw KeystoneError(.notIdentityV2, of: error.request)
    }
  }
}
