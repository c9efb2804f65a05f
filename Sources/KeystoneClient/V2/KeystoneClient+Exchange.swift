extension KeystoneClient {
  /// Makes a client of another token, which a token is exchanged for.
  ///
  /// As the plugin `v2token` of keystoneauth: `POST /tokens` with the token, for a tenant. The new
  /// token ends when the first one does, and a 401 is final.
  ///
  /// - Parameters:
  ///   - token: The token that is there.
  ///   - scope: What the new one is for.
  ///   - authURL: The public or the admin address, with or without the version.
  ///   - region: The region, needed only where the catalog has several admin URLs.
  ///   - findsAdminAPI: Whether the client is to be one of the admin API, wherever that is.
  ///   - allowsPlainAdminURL: Whether the new token may go to an http admin URL that the catalog of
  ///     an https login names.
  ///   - transport: What carries requests.
  /// - Returns: A client with the new token.
  /// - Throws: ``KeystoneError`` when the exchange fails or the catalog leaves the choice open.
  public static func exchanging(
    _ token: Secret,
    scope: TokenScope,
    authURL: String,
    region: String? = nil,
    findsAdminAPI: Bool = true,
    allowsPlainAdminURL: Bool = false,
    transport: any HTTPTransport
  ) async throws(KeystoneError) -> KeystoneClient {
    let authBase = IdentityBase(authURL)
    let issuer = TokenIssuer(base: authBase, transport: transport)
    let document = try await issuer.token(for: token, scope: scope)
    let client = { (base: IdentityBase, catalogServer: String?) in
      KeystoneClient(
        base: base,
        issuer: issuer,
        source: .given(document.token),
        transport: transport,
        catalogServer: catalogServer
      )
    }
    guard findsAdminAPI else { return client(authBase, nil) }
    return try await locatingAdminAPI(
      document,
      from: authBase,
      region: region,
      allowsPlainAdminURL: allowsPlainAdminURL,
      client
    )
  }
}
