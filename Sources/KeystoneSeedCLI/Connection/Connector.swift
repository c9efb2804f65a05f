import Convergence
import IdentityBackends
import IdentityModel
import KeystoneClient
import SeedFormat
import Texts

/// Makes the connection that options, environment and `clouds.yaml` describe.
struct Connector {
  /// The part of a Keystone that is needed.
  enum Purpose: Hashable, Sendable {
    /// The admin API, wherever it is.
    case administration
    /// The login's token and what came with it, for which any address does.
    case login
  }

  let context: CommandContext
  let options: ConnectionOptions
  /// How many requests may be in flight, and so how many connections there are at most.
  let parallelism: Int
  /// Once true, nothing is tried again.
  var isStopped: @Sendable () -> Bool = { false }

  /// Connects over v2.0, and logs in where a user was named.
  func connect(
    _ access: V2Access,
    for purpose: Purpose,
    _ settings: ConnectionSettings,
    over route: Route
  ) async throws -> V2Connection {
    let client = try await client(for: access, settings, purpose, route.carrier, route.retrier)
    if let warning = Self.warning(about: client, settings) { context.warn(warning.text) }
    return V2Connection(client, over: route, settings)
  }

  /// The way to a server, before anybody has logged in.
  struct Route {
    let configuration: CurlConfiguration
    let line: WaitingLine
    let retrier: Retrier
    let carrier: any HTTPTransport
    /// What the server offers, where it was waited for and that was asked.
    let offer: IdentityOffer?
  }

  /// Makes the way to the server, and waits for the Keystone there where that was asked for.
  ///
  /// - Parameters:
  ///   - settings: Where to.
  ///   - version: The version that is spoken; nil where that is still to be found out.
  /// - Returns: The way.
  /// - Throws: ``ConnectionError``, `KeystoneError` or `BackendFailure`.
  func route(
    for settings: ConnectionSettings,
    speaking version: IdentityVersion?
  ) async throws -> Route {
    try checkKey(of: settings)
    let configuration = configuration(of: settings)
    let transport: any HTTPTransport
    do throws(TransportError) {
      transport = try context.makeTransport(configuration)
    } catch {
      throw KeystoneError(.transport(error))
    }
    let line = WaitingLine(in: context, timeout: settings.timeout)
    let retrier = retrier(context.clock, line)
    let carrier = WatchedTransport(
      transport: settings.debug ? traced(transport) : transport,
      line: line,
      onAnswer: retrier.noteAnswer
    )
    let offer =
      settings.wait > .zero ? try await wait(for: settings, version, carrier, line) : nil
    return Route(
      configuration: configuration,
      line: line,
      retrier: retrier,
      carrier: carrier,
      offer: offer
    )
  }

  private func retrier(_ clock: some Clock<Duration>, _ line: WaitingLine) -> Retrier {
    Retrier(
      policy: RetryPolicy(
        ceiling: (options.retryFor ?? Seconds(60)).duration,
        trustsFirstAnswer: options.retryFor != nil
      ),
      clock: clock,
      isStopped: isStopped,
      onPause: line.show
    )
  }

  func settings() throws -> ConnectionSettings {
    let resolver = ConnectionResolver(
      options: options,
      environment: context.environment,
      cloud: try cloud()
    )
    let resolution: ConnectionResolver.Resolution
    do {
      resolution = try resolver.resolve { user in
        try context.readSecret("Password of \(TerminalText.harmless(user))")
      }
    } catch {
      for warning in resolver.warningsOfFailure { context.warn(warning.text) }
      if let incomplete = IncompleteCloud(error, of: resolver) { throw incomplete }
      throw error
    }
    for warning in resolution.warnings { context.warn(warning.text) }
    try checkFiles(of: resolver)
    if case .named(.v3, by: _) = resolution.settings.version {
      noteAssumptions(in: resolution.settings)
    }
    return resolution.settings
  }

  /// Says of which names nobody says in which domain they are, for v3.
  func noteAssumptions(in settings: ConnectionSettings) {
    guard settings.debug, case .login(let credentials, _) = settings.authentication
    else { return }
    for name in credentials.namesWithoutDomain {
      let name = TerminalText.harmless(name)
      context.emit("* \(name): no domain is given, the default one is meant\n", to: .error)
    }
  }

  /// Says which file is missing before anything is sent; libcurl says it at the first handshake only.
  private func checkFiles(of resolver: ConnectionResolver) throws(ConnectionError) {
    for setting in [ConnectionSetting.caCertificate, .certificate, .key] {
      guard let given = resolver[setting], let path = try resolver.filePath(setting),
        !InputFile.exists(path)
      else { continue }
      throw .missingFile(setting, path: path, given.source)
    }
  }

  /// Says that the certificate's key is missing, which libcurl calls a certificate that is unusable.
  private func checkKey(of settings: ConnectionSettings) throws(ConnectionError) {
    guard settings.address.isSecure, settings.key == nil, let path = settings.certificate,
      let text = InputFile.text(of: path), text.contains("-----BEGIN CERTIFICATE"),
      !text.contains("PRIVATE KEY-----")
    else { return }
    throw .certificateWithoutKey(path: path)
  }

  private func cloud() throws -> Cloud? {
    let asked = options.cloud == "" ? nil : options.cloud
    guard let name = asked ?? context.environment["OS_CLOUD"] else { return nil }
    let left = asked == nil ? context.environment["OS_REGION_NAME"] : nil
    var cloud = try CloudFiles(context: context).cloud(
      named: name,
      region: options[.region] ?? left
    )
    cloud.isAskedFor = asked != nil
    return cloud
  }

  private func configuration(of settings: ConnectionSettings) -> CurlConfiguration {
    var configuration = CurlConfiguration()
    configuration.timeout = settings.timeout
    configuration.connectTimeout = min(configuration.connectTimeout, settings.timeout)
    configuration.maximumConcurrentTransfers = parallelism
    configuration.caFile = settings.caCertificate
    configuration.clientCertificate = settings.certificate
    configuration.clientKey = settings.key
    configuration.isVerificationDisabled = settings.trustsAnyCertificate
    configuration.userAgent = "keystone-seed/\(Version.number)"
    return configuration
  }

  private func traced(_ transport: any HTTPTransport) -> TracingTransport {
    let context = context
    return TracingTransport(transport) { context.emit($0 + "\n", to: .error) }
  }

  /// Makes the client; only a login sends anything, and only it is tried again.
  private func client(
    for access: V2Access,
    _ settings: ConnectionSettings,
    _ purpose: Purpose,
    _ transport: any HTTPTransport,
    _ retrier: Retrier
  ) async throws(BackendFailure) -> KeystoneClient {
    switch access {
    case .token(let token, let endpoint):
      return KeystoneClient(
        endpoint: endpoint,
        authentication: .token(token),
        transport: transport
      )
    case .password(let credentials, let authURL):
      switch purpose {
      case .administration:
        return try await retrier.asking { () async throws(KeystoneError) in
          try await KeystoneClient.locatingAdminAPI(
            credentials: credentials,
            authURL: authURL,
            region: settings.region,
            allowsPlainAdminURL: options.allowsHTTPAdmin,
            transport: transport
          )
        }
      case .login:
        return KeystoneClient(
          endpoint: authURL,
          authentication: .password(credentials, authURL: authURL),
          transport: transport
        )
      }
    case .exchange(let token, let scope, let authURL):
      return try await retrier.asking { () async throws(KeystoneError) in
        try await KeystoneClient.exchanging(
          token,
          scope: scope,
          authURL: authURL,
          region: settings.region,
          findsAdminAPI: purpose == .administration,
          allowsPlainAdminURL: options.allowsHTTPAdmin,
          transport: transport
        )
      }
    }
  }

  private static func warning(
    about client: KeystoneClient,
    _ settings: ConnectionSettings
  ) -> ConnectionWarning? {
    let secure = "https://"
    guard settings.address.isSecure, !client.endpoint.lowercased().hasPrefix(secure)
    else { return nil }
    return .tokenInTheClear(adminURL: client.endpoint)
  }

  // MARK: Waiting for a Keystone that is still starting

  private func wait(
    for settings: ConnectionSettings,
    _ version: IdentityVersion?,
    _ transport: any HTTPTransport,
    _ line: WaitingLine
  ) async throws -> IdentityOffer? {
    let wait = StartupWait(limit: settings.wait, clock: context.clock, onPause: line.show)
    guard version != .v2 else {
      let probe = KeystoneClient(
        endpoint: settings.address.text(in: .v2),
        authentication: .token(Secret("")),
        transport: transport
      )
      try await wait.wait { () async throws(KeystoneError) in _ = try await probe.version() }
      return nil
    }
    let discovery = IdentityDiscovery(transport: transport)
    let address = version.map(settings.address.text) ?? settings.address.root
    var offer: IdentityOffer?
    try await wait.wait { () async throws(KeystoneError) in
      offer = try await discovery.offer(at: address)
    }
    return offer
  }
}
