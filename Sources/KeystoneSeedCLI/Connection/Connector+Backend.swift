import Convergence
import IdentityBackends
import KeystoneClient

extension Connector {
  /// Connects for what a backend of either version can do: v3 where something asks for it, else v2.0.
  ///
  /// - Returns: A backend that is logged in, where a user was named.
  /// - Throws: As ``connect(for:)``.
  func connectBackend() async throws -> BackendConnection {
    let settings = try settings()
    guard case .named(.v3, by: _) = settings.version else {
      let connection = try await connect(for: .administration, settings)
      return BackendConnection(
        backend: V2Backend(client: connection.client),
        address: connection.address,
        retrier: connection.retrier
      )
    }
    let route = try await route(for: settings)
    let client = V3Client(
      endpoint: settings.address.text(in: .v3),
      authentication: V3Authentication(settings.authentication),
      transport: route.carrier
    )
    if case .login = settings.authentication {
      _ = try await route.retrier.asking { () async throws(KeystoneError) in
        try await client.caller()
      }
    }
    return BackendConnection(
      backend: V3Backend(client: client, domainID: Self.defaultDomainID),
      address: client.endpoint,
      retrier: route.retrier
    )
  }

  /// The domain that v2.0 shows, and in which a seed without a word of domains names things.
  private static let defaultDomainID = "default"
}

extension V3Authentication {
  fileprivate init(_ authentication: ConnectionSettings.Authentication) {
    switch authentication {
    case .token(let token, _): self = .token(token)
    case .login(let credentials, _): self = .login(V3Credentials(credentials))
    }
  }
}
