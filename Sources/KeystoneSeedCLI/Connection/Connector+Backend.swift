import IdentityBackends

extension Connector {
  /// Connects for what a backend of either version can do.
  ///
  /// - Returns: A backend that is logged in, where a user was named.
  /// - Throws: As ``connect(for:)``.
  func connectBackend() async throws -> BackendConnection {
    switch try await connectIdentity() {
    case .v2(let connection):
      BackendConnection(
        backend: V2Backend(client: connection.client),
        address: connection.address,
        isVersionOffered: connection.isVersionOffered,
        retrier: connection.retrier
      )
    case .v3(let connection):
      BackendConnection(
        backend: V3Backend(client: connection.client, domainID: Self.defaultDomainID),
        address: connection.address,
        isVersionOffered: connection.isVersionOffered,
        retrier: connection.retrier
      )
    }
  }

  /// The domain that v2.0 shows, and in which a seed without a word of domains names things.
  private static let defaultDomainID = "default"
}
