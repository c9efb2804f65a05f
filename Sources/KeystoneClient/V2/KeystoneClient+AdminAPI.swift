import Texts

extension KeystoneClient {
  /// Makes a client for whatever admin API an auth URL leads to.
  ///
  /// It logs in, which the first operation would have done. Where the auth URL is that of the
  /// admin API itself, it is taken at its word: a catalog may name an address that cannot be
  /// reached from here, or not yet. One request finds that out, and none is sent where the catalog
  /// says the same or nothing. Otherwise the admin API is where the catalog says, in the region
  /// asked for.
  ///
  /// - Parameters:
  ///   - credentials: The login, which must be for a tenant.
  ///   - authURL: The public or the admin address, with or without the version.
  ///   - region: The region, needed only where the catalog has several admin URLs.
  ///   - allowsPlainAdminURL: Whether the token of an https login may go to an http admin URL that
  ///     the catalog names, for all on the way to read.
  ///   - transport: What carries requests.
  ///   - clock: By what time tokens are renewed.
  /// - Returns: A client with the login's token.
  /// - Throws: ``KeystoneError`` when the login fails or the catalog leaves the choice open.
  public static func locatingAdminAPI(
    credentials: PasswordCredentials,
    authURL: String,
    region: String? = nil,
    allowsPlainAdminURL: Bool = false,
    transport: any HTTPTransport,
    clock: some Clock<Duration> = ContinuousClock()
  ) async throws(KeystoneError) -> KeystoneClient {
    let authBase = IdentityBase(authURL)
    let issuer = TokenIssuer(base: authBase, transport: transport)
    let session = issuer.session(for: credentials, clock: SessionClock(clock))
    let document = try await session.document()
    return try await locatingAdminAPI(
      document,
      from: authBase,
      region: region,
      allowsPlainAdminURL: allowsPlainAdminURL
    ) {
      KeystoneClient(
        base: $0,
        issuer: issuer,
        source: .session(session),
        transport: transport,
        catalogServer: $1
      )
    }
  }

  /// The client for the admin API that a login's answer leads to.
  static func locatingAdminAPI(
    _ document: TokenDocument,
    from authBase: IdentityBase,
    region: String?,
    allowsPlainAdminURL: Bool,
    _ client: (_ base: IdentityBase, _ catalogServer: String?) -> KeystoneClient
  ) async throws(KeystoneError) -> KeystoneClient {
    guard document.isScoped else { throw KeystoneError(.unscopedLogin) }
    let named = document.adminBases.map(\.base)
    let origin = WebAddress(authBase.text)?.origin ?? ""
    if named.allSatisfy({ $0 == authBase }) {
      return client(authBase, named.isEmpty ? nil : origin)
    }
    if try await client(authBase, nil).isAdminAPI() { return client(authBase, nil) }
    let base = try document.adminBase(region: region)
    if WebAddress(authBase.text)?.scheme == "https", !allowsPlainAdminURL,
      let admin = WebAddress(base.text),
      admin.scheme == "http"
    {
      throw KeystoneError(.plainAdminURL(PrintableText.message(admin.text, limit: 200)))
    }
    return client(base, origin)
  }

  private func isAdminAPI() async throws(KeystoneError) -> Bool {
    do throws(KeystoneError) {
      try await verifyAdminAPI()
      return true
    } catch {
      if error.reason == .notTheAdminAPI { return false }
      // The route is there, and whoever lacks the role is told so by the first operation.
      guard error.isForbidden else { throw error }
      return true
    }
  }
}

extension TokenDocument {
  /// Every usable identity admin URL of the catalog, with its region.
  fileprivate var adminBases: [(region: String, base: IdentityBase)] {
    catalog.filter { $0.type == "identity" }.flatMap(\.endpoints).compactMap { endpoint in
      guard let url = endpoint.adminURL, WebAddress(url) != nil else { return nil }
      return (endpoint.region ?? "", IdentityBase(url))
    }
  }

  /// The identity admin URL of a region.
  fileprivate func adminBase(region: String?) throws(KeystoneError) -> IdentityBase {
    var bases = adminBases
    let regions = Set(bases.map(\.region)).sorted()
    if let region {
      bases.removeAll { !$0.region.utf8.elementsEqual(region.utf8) }
      guard !bases.isEmpty else {
        throw KeystoneError(.noAdminURL(region: region, regions: regions))
      }
    }
    let choices = Set(bases.map(\.base))
    guard choices.count == 1, let base = choices.first else {
      throw KeystoneError(.severalAdminURLs(regions: regions))
    }
    return base
  }
}
