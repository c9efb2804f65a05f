import KeystoneClient

/// Does something that a Keystone may refuse, which is not told then; nil where it has refused.
@discardableResult
func unlessRefused<Value>(_ body: () async throws -> Value) async throws -> Value? {
  do {
    return try await body()
  } catch let error as KeystoneError {
    guard case .refused = error.reason else { throw error }
    return nil
  }
}
