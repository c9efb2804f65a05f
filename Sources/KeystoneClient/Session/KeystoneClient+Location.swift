extension KeystoneClient {
  /// Makes a client for whatever admin API an auth URL leads to.
  ///
  /// It logs in, which the first operation would have done, and sends nothing else. The admin API
  /// is where the catalog says that it is, in the region asked for. Where the catalog has no
  /// identity admin URL at all, as in a cloud whose catalog is still to be made, it can only be
  /// the auth URL itself; ``users()`` and ``verifyAdminAPI()`` tell if it is not.
  ///
  /// - Parameters:
  ///   - credentials: The login, which must be for a tenant.
  ///   - authURL: The public or the admin address, with or without the version.
  ///   - region: The region, needed only where the catalog has several admin URLs.
  ///   - transport: What carries requests.
  ///   - clock: By what time tokens are renewed.
  /// - Returns: A client with the login's token.
  /// - Throws: ``KeystoneError`` when the login fails or the catalog leaves the choice open.
  public static func locatingAdminAPI(
    credentials: PasswordCredentials,
    authURL: String,
    region: String? = nil,
    transport: any HTTPTransport,
    clock: some Clock<Duration> = ContinuousClock()
  ) async throws(KeystoneError) -> KeystoneClient {
    let authBase = IdentityBase(authURL)
    let issuer = TokenIssuer(base: authBase, transport: transport)
    let session = TokenSession(
      credentials: credentials,
      issuer: issuer,
      clock: SessionClock(clock)
    )
    let document = try await session.document()
    guard document.isScoped else { throw KeystoneError(.unscopedLogin) }
    return KeystoneClient(
      base: try document.adminBase(region: region) ?? authBase,
      issuer: issuer,
      access: .session(session),
      transport: transport
    )
  }
}

extension TokenDocument {
  /// The identity admin URL of a region, nil when the catalog has none anywhere.
  func adminBase(region: String?) throws(KeystoneError) -> IdentityBase? {
    var bases: [(region: String, base: IdentityBase)] = []
    for entry in catalog where entry.type == "identity" {
      for endpoint in entry.endpoints {
        guard let url = endpoint.adminURL, WebAddress(url) != nil else { continue }
        bases.append((endpoint.region ?? "", IdentityBase(url)))
      }
    }
    let regions = Set(bases.map(\.region)).sorted()
    if let region {
      guard !bases.isEmpty else { return nil }
      bases.removeAll { !$0.region.utf8.elementsEqual(region.utf8) }
      guard !bases.isEmpty else {
        throw KeystoneError(.noAdminURL(region: region, regions: regions))
      }
    }
    let choices = Set(bases.map(\.base))
    guard choices.count <= 1 else { throw KeystoneError(.severalAdminURLs(regions: regions)) }
    return choices.first
  }
}
