import KeystoneClient

extension KeystoneClient {
  /// A client with Keystone's admin token.
  static func make(
    endpoint: String = "http://127.0.0.1:35357/v2.0",
    transport: any HTTPTransport
  ) -> KeystoneClient {
    KeystoneClient(
      endpoint: endpoint,
      authentication: .token(Secret("ADMIN")),
      transport: transport
    )
  }
}

/// What an operation throws, or nil.
func failure(
  of operation: () async throws(KeystoneError) -> Void
) async -> KeystoneError? {
  do throws(KeystoneError) {
    try await operation()
    return nil
  } catch {
    return error
  }
}
