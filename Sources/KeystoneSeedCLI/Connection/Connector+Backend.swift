extension Connector {
  /// Connects for what a backend of either version can do.
  ///
  /// - Returns: A backend that is logged in, where a user was named.
  /// - Throws: As ``connectIdentity(for:)``.
  func connectBackend() async throws -> BackendConnection {
    BackendConnection(try await connectIdentity())
  }
}
