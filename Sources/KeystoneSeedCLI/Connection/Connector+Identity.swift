import Convergence
import IdentityBackends
import KeystoneClient

extension Connector {
  /// Connects over the version that something asks for, or else over the newest that the server has.
  ///
  /// - Parameter purpose: What the connection is for.
  /// - Returns: A client whose first operation can be sent; over v3 it is logged in, where a user was
  ///   named.
  /// - Throws: ``ConnectionError``, `KeystoneError` or `BackendFailure`, or what reading `clouds.yaml`
  ///   throws.
  func connectIdentity(
    for purpose: Purpose = .administration
  ) async throws -> IdentityConnection {
    let settings = try settings()
    switch settings.version {
    case .named(let version, by: _):
      let route = try await route(for: settings, speaking: version)
      return try await connect(over: version, for: purpose, settings, route)
    case .offered:
      let route = try await route(for: settings, speaking: nil)
      let (version, found) = try await choose(for: settings, over: route)
      return try await connect(over: version, for: purpose, found, route)
    }
  }

  private func connect(
    over version: IdentityVersion,
    for purpose: Purpose,
    _ settings: ConnectionSettings,
    _ route: Route
  ) async throws -> IdentityConnection {
    switch version {
    case .v2:
      let access = try V2Access(settings)
      return .v2(try await connect(access, for: purpose, settings, over: route))
    case .v3:
      return .v3(try await connectV3(settings, over: route))
    }
  }

  private func connectV3(
    _ settings: ConnectionSettings,
    over route: Route
  ) async throws -> V3Connection {
    let client = V3Client(
      endpoint: settings.address.text(in: .v3),
      authentication: V3Authentication(settings.authentication),
      transport: route.carrier
    )
    if case .login(let credentials, _) = settings.authentication {
      do throws(BackendFailure) {
        _ = try await route.retrier.asking { () async throws(KeystoneError) in
          try await client.caller()
        }
      } catch {
        if let refused = RefusedLogin(error, of: credentials) { throw refused }
        throw error
      }
    }
    return V3Connection(client, over: route, settings)
  }

  // MARK: What a server offers, where nothing names a version

  /// Chooses the version to speak, and says where it is.
  ///
  /// The wait for a Keystone that is still starting has asked already.
  private func choose(
    for settings: ConnectionSettings,
    over route: Route
  ) async throws -> (version: IdentityVersion, settings: ConnectionSettings) {
    let root = settings.address.root
    let discovery = IdentityDiscovery(transport: route.carrier)
    let offer: IdentityOffer
    if let known = route.offer {
      offer = known
    } else {
      offer = try await route.retrier.asking { () async throws(KeystoneError) in
        try await discovery.offer(at: root)
      }
    }
    let offered = offer.versions.map(\.shownID)
    guard let (version, address) = offer.preferred else {
      throw KeystoneError(.otherVersions(offered, root: root))
    }
    var found = settings
    found.authentication = settings.authentication.at(
      KeystoneURL(offered: address) ?? settings.address
    )
    if settings.debug {
      let words = "\(root) offers \(offered.joined(separator: ", ")): \(version.rawValue) is spoken"
      context.emit("* \(TerminalText.harmless(words))\n", to: .error)
    }
    if version == .v3 { noteAssumptions(in: found) }
    return (version, found)
  }
}

extension V3Authentication {
  fileprivate init(_ authentication: ConnectionSettings.Authentication) {
    switch authentication {
    case .token(let token, _): self = .token(token)
    case .login(let credentials, _): self = .login(V3Credentials(credentials))
    }
  }
}
