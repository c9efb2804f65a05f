import KeystoneClient
import Testing

extension V3Keystone {
  /// The words of nearly every refused login.
  static let refused = "The request you have made requires authentication."

  /// The body of a login of a user by id.
  func credentials(_ user: JSON, _ password: JSON, scope: JSON? = "unscoped") -> JSON {
    let account: JSON = ["id": user["id"], "password": password]
    let auth: JSON = [
      "identity": ["methods": ["password"], "password": ["user": account]]
    ]
    return ["auth": scope.map { auth.with(["scope": $0]) } ?? auth]
  }

  /// The body of a login by a token.
  func credentials(_ token: Token, scope: JSON? = "unscoped") -> JSON {
    let auth: JSON = [
      "identity": ["methods": ["token"], "token": ["id": .string(text(of: token))]]
    ]
    return ["auth": scope.map { auth.with(["scope": $0]) } ?? auth]
  }

  /// Logs in, and expects that to succeed.
  @discardableResult
  func logIn(
    _ credentials: JSON,
    query: String = "",
    _ location: SourceLocation = #_sourceLocation
  ) async throws -> (token: Token, document: JSON) {
    let path = "/auth/tokens" + query
    let reply = try await answers(201, .post, path, credentials, token: .none, location)
    let id = reply.response.header("X-Subject-Token") ?? ""
    return (.issued(id), reply["token"])
  }

  /// Logs a member in to its scope, or to nothing.
  func token(
    of member: Member,
    unscoped: Bool = false,
    _ location: SourceLocation = #_sourceLocation
  ) async throws -> Token {
    let scope: JSON = unscoped ? "unscoped" : member.scope
    let password = JSON.string(member.password)
    return try await logIn(credentials(member.user, password, scope: scope), location).token
  }

  /// Logs in, and expects that to be refused with the words that go with every reason.
  func refusesLogin(
    _ user: JSON,
    _ password: JSON,
    scope: JSON? = "unscoped",
    _ location: SourceLocation = #_sourceLocation
  ) async throws {
    let sent = credentials(user, password, scope: scope)
    try await refuses(
      401,
      .post,
      "/auth/tokens",
      sent,
      saying: Self.refused,
      token: .none,
      location
    )
  }

  /// The headers of a question about a token.
  func subject(_ token: Token) -> [HTTPHeader] {
    [HTTPHeader("X-Subject-Token", text(of: token))]
  }

  func text(of token: Token) -> String {
    switch token {
    case .none: ""
    case .admin: adminToken
    case .issued(let id): id
    }
  }
}
