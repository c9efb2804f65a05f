/// A client of OpenStack Identity v3.
///
/// Making one sends nothing. Every operation sends one request, a list one for each page; it logs in
/// first where a token is needed and none is at hand, and never repeats a request except where the
/// token was refused, which carries nothing out. It is safe to use from many tasks at once; all of
/// them share one token.
public struct V3Client: Sendable {
  /// The address of the API, ending in `/v3`.
  public var endpoint: String { base.text }

  let base: IdentityBase
  let channel: Channel
  let issuer: V3TokenIssuer
  let access: TokenAccess<V3Token>
  /// Whether a change of the user's password is one of what the client logs in with.
  let logsInWithPassword: Bool

  /// Makes a client of v3 at that address.
  ///
  /// - Parameters:
  ///   - endpoint: The address, such as `https://k.example.com/identity/v3`; the version and a slash
  ///     at the end may be there or not.
  ///   - authentication: What to be let in with.
  ///   - transport: What carries requests.
  ///   - clock: By what time tokens are renewed.
  public init(
    endpoint: String,
    authentication: V3Authentication,
    transport: any HTTPTransport,
    clock: some Clock<Duration> = ContinuousClock()
  ) {
    base = IdentityBase(endpoint, version: .v3)
    channel = Channel(base: base.text, transport: transport)
    issuer = V3TokenIssuer(base: base, transport: transport)
    switch authentication {
    case .token(let token):
      access = TokenAccess(.given(token))
      logsInWithPassword = false
    case .login(let credentials):
      access = TokenAccess(.session(issuer.session(for: credentials, clock: SessionClock(clock))))
      logsInWithPassword = credentials.isPassword
    }
  }

  /// Sends a call with the client's token, a new one where that is refused.
  func send(_ call: Call) async throws(KeystoneError) -> Answer {
    do throws(KeystoneError) {
      let answer = try await access.asking { token throws(KeystoneError) in
        try await send(call, token: token)
      }
      if Self.isForAdmins(call) { access.noteAdminRoute() }
      return answer
    } catch {
      throw (await explained(error)).of(access.standing)
    }
  }

  /// A token of a login shows that v3 is served; one that was given shows nothing.
  private func explained(_ error: KeystoneError) async -> KeystoneError {
    guard access.isGiven,
      let found = await VersionFinder(channel.transport, for: base).reason(for: error)
    else { return error }
    return KeystoneError(found, of: error.request)
  }

  /// Whether nobody but an admin, of the cloud or of a domain, gets a success for it.
  ///
  /// Any token may ask for itself and list regions, and a user change the own password.
  private static func isForAdmins(_ call: Call) -> Bool {
    switch call.path.first {
    case "auth": false
    case "regions": call.method != .get
    case "users": call.path.count == 1 || call.method != .get && call.path.last != "password"
    default: true
    }
  }
}
