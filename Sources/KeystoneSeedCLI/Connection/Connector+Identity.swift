import IdentityBackends
import KeystoneClient

extension Connector {
  /// Connects over v3 where something asks for it, else over v2.0.
  ///
  /// - Parameter purpose: What the connection is for.
  /// - Returns: A client whose first operation can be sent; for the administration it is logged in,
  ///   where a user was named.
  /// - Throws: As ``connect(for:)``.
  func connectIdentity(
    for purpose: Purpose = .administration
  ) async throws -> IdentityConnection {
    let settings = try settings()
    guard case .named(.v3, by: _) = settings.version else {
      return .v2(try await connect(for: purpose, settings))
    }
    let route = try await route(for: settings)
    let client = V3Client(
      endpoint: settings.address.text(in: .v3),
      authentication: V3Authentication(settings.authentication),
      transport: route.carrier
    )
    if purpose == .administration, case .login = settings.authentication {
      _ = try await route.retrier.asking { () async throws(KeystoneError) in
        try await client.caller()
      }
    }
    let connection = V3Connection(
      client: client,
      carrier: route.carrier,
      line: route.line,
      configuration: route.configuration,
      retrier: route.retrier,
      region: settings.region
    )
    return .v3(connection)
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
