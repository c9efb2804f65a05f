/// A client of the admin API of OpenStack Identity v2.0.
///
/// Making one sends nothing. Every operation sends one request, logs in first where a token is
/// needed and none is at hand, and never repeats a request except after a 401 for a token of its
/// own. It is safe to use from many tasks at once; all of them share one token.
public struct KeystoneClient: Sendable {
  /// The address of the admin API, ending in `/v2.0`.
  public var endpoint: String { base.text }

  let base: IdentityBase
  let admin: Channel
  let issuer: TokenIssuer
  let access: TokenAccess<TokenDocument>

  /// Makes a client of the admin API at that address.
  ///
  /// - Parameters:
  ///   - endpoint: The address, such as `http://10.1.0.10:35357/v2.0`; the version and a slash at
  ///     the end may be there or not.
  ///   - authentication: What to be let in with.
  ///   - transport: What carries requests.
  ///   - clock: By what time tokens are renewed.
  public init(
    endpoint: String,
    authentication: Authentication,
    transport: any HTTPTransport,
    clock: some Clock<Duration> = ContinuousClock()
  ) {
    let base = IdentityBase(endpoint)
    switch authentication {
    case .token(let token):
      self.init(
        base: base,
        issuer: TokenIssuer(base: base, transport: transport),
        source: .given(token),
        transport: transport
      )
    case .password(let credentials, let authURL):
      let issuer = TokenIssuer(base: IdentityBase(authURL), transport: transport)
      let session = issuer.session(for: credentials, clock: SessionClock(clock))
      self.init(base: base, issuer: issuer, source: .session(session), transport: transport)
    }
  }

  init(
    base: IdentityBase,
    issuer: TokenIssuer,
    source: TokenAccess<TokenDocument>.Source,
    transport: any HTTPTransport,
    catalogServer: String? = nil
  ) {
    self.base = base
    self.issuer = issuer
    access = TokenAccess(source)
    admin = Channel(base: base.text, transport: transport, catalogServer: catalogServer)
  }

  /// The way to the v3 that the same server has beside v2.0.
  var v3: Channel {
    Channel(
      base: base.root + "/v3",
      transport: admin.transport,
      catalogServer: admin.catalogServer
    )
  }

  /// Sends a call to the admin API with the client's token, a new one where that is refused.
  func send(_ call: Call) async throws(KeystoneError) -> Answer {
    try await send(call, over: admin)
  }

  /// The same below another base address of the same server.
  func send(_ call: Call, over channel: Channel) async throws(KeystoneError) -> Answer {
    do throws(KeystoneError) {
      let answer = try await access.asking { token throws(KeystoneError) in
        try await send(call, over: channel, token: token)
      }
      if Self.isForAdmins(call) { access.noteAdminRoute() }
      return answer
    } catch {
      throw (await explained(error, over: channel)).of(access.standing)
    }
  }

  /// A token of a login shows that v2.0 is served; one that was given shows nothing.
  private func explained(_ error: KeystoneError, over channel: Channel) async -> KeystoneError {
    guard access.isGiven,
      let found = await VersionFinder(channel.transport, for: base).reason(for: error)
    else { return error }
    return KeystoneError(found, of: error.request)
  }

  /// Whether nobody but an admin gets a success for it.
  ///
  /// The public API has `/tenants` as well, to read, and tokens are anybody's.
  private static func isForAdmins(_ call: Call) -> Bool {
    switch call.path.first {
    case "tokens": false
    case "tenants": call.method != .get && call.method != .head
    default: true
    }
  }

  /// Says what an unknown route means: all that are used here exist on the admin app.
  private func send(
    _ call: Call,
    over channel: Channel,
    token: Secret
  ) async throws(KeystoneError) -> Answer {
    do throws(KeystoneError) {
      return try await channel.send(call, token: token)
    } catch {
      guard error.refusal?.isUnknownRoute == true else { throw error }
      throw KeystoneError(.notTheAdminAPI, of: error.request)
    }
  }
}
