import KeystoneClient
import Testing

extension Keystone {
  /// What the server says to a login by a user's id.
  enum Login: Equatable {
    case succeeds
    /// The words that go with every reason.
    case refused
    case disabled
    case locked
    case expired

    func message(_ userID: String) -> String {
      switch self {
      case .succeeds: ""
      case .refused: "The request you have made requires authentication."
      case .disabled: "The account is disabled for user: \(userID)."
      case .locked: "The account is locked for user: \(userID)."
      case .expired: "The password is expired and needs to be changed for user: \(userID)."
      }
    }
  }

  /// Logs in, and expects that of it.
  func login(
    _ user: JSON,
    _ password: JSON,
    _ login: Login,
    _ location: SourceLocation = #_sourceLocation
  ) async throws {
    let credentials: JSON = ["userId": user["id"], "password": password]
    let reply = try await answers(
      login == .succeeds ? 200 : 401,
      .post,
      "/tokens",
      ["auth": ["passwordCredentials": credentials]],
      token: .none,
      location
    )
    #expect(
      reply["error"]["message"].text == login.message(user["id"].text),
      sourceLocation: location
    )
  }

  /// Changes a password as v3 lets its owner do, who needs no token.
  @discardableResult
  func changePassword(
    of user: JSON,
    from original: JSON,
    to password: JSON,
    _ status: Int,
    _ location: SourceLocation = #_sourceLocation
  ) async throws -> Reply {
    try await answers(
      status,
      .post,
      "//v3/users/\(user["id"].text)/password",
      ["user": ["original_password": original, "password": password]],
      on: .public,
      token: .none,
      location
    )
  }
}
