import Synchronization

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
  let access: Access
  private let record = Record()

  /// Whether any admin route was opened so far, shared by all copies of a client.
  private final class Record: Sendable {
    let hasOpenedAdminRoute = Atomic(false)
  }

  /// Where the token of a request comes from.
  enum Access: Sendable {
    case given(Secret)
    case session(TokenSession)
  }

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
        access: .given(token),
        transport: transport
      )
    case .password(let credentials, let authURL):
      let issuer = TokenIssuer(base: IdentityBase(authURL), transport: transport)
      let session = TokenSession(
        credentials: credentials,
        issuer: issuer,
        clock: SessionClock(clock)
      )
      self.init(base: base, issuer: issuer, access: .session(session), transport: transport)
    }
  }

  init(
    base: IdentityBase,
    issuer: TokenIssuer,
    access: Access,
    transport: any HTTPTransport,
    catalogServer: String? = nil
  ) {
    self.base = base
    self.issuer = issuer
    self.access = access
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

  /// Sends a call to the admin API with the client's token.
  ///
  /// A token of the client's own that is refused is replaced, and the call repeated: after a 401
  /// nothing was carried out. A proxy's 401 says nothing about the token. A new token may be refused
  /// in its turn, in the second in which the user's password was changed, and is replaced once more.
  func send(_ call: Call) async throws(KeystoneError) -> Answer {
    try await send(call, over: admin)
  }

  /// The same below another base address of the same server.
  func send(_ call: Call, over channel: Channel) async throws(KeystoneError) -> Answer {
    do throws(KeystoneError) {
      let answer = try await sendInTurn(call, over: channel)
      if Self.isForAdmins(call) {
        record.hasOpenedAdminRoute.store(true, ordering: .relaxed)
      }
      return answer
    } catch {
      throw error.of(standing)
    }
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

  private var standing: TokenStanding {
    let hasOpened = record.hasOpenedAdminRoute.load(ordering: .relaxed)
    return switch access {
    case .given: TokenStanding(isFromLogin: false, hasOpenedAdminRoute: hasOpened)
    case .session: TokenStanding(isFromLogin: true, hasOpenedAdminRoute: hasOpened)
    }
  }

  private func sendInTurn(_ call: Call, over channel: Channel) async throws(KeystoneError) -> Answer
  {
    let session: TokenSession
    switch access {
    case .given(let token):
      do throws(KeystoneError) {
        return try await send(call, over: channel, token: token)
      } catch {
        // A token of a login shows that v2.0 is served; one that was given shows nothing.
        let finder = VersionFinder(channel.transport)
        guard let found = await finder.reason(for: error, below: base) else { throw error }
        throw KeystoneError(found, of: error.request)
      }
    case .session(let own): session = own
    }
    var token = try await session.document().token
    var isLastTry = false
    while true {
      do throws(KeystoneError) {
        return try await send(call, over: channel, token: token)
      } catch {
        guard error.isUnauthorized, !isLastTry else { throw error }
      }
      let renewal = try await session.renewal(insteadOf: token)
      token = renewal.token
      isLastTry = renewal.isOfLaterSecond
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
