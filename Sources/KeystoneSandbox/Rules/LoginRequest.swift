/// What `POST /tokens` asks for, checked as Keystone checks it.
struct LoginRequest {
  /// How the user is told from others.
  enum Proof {
    case password(user: Account, String?)
    case token(String)
  }

  /// The user whose password it is; a name wins where both are sent.
  enum Account {
    case name(String)
    case named(String, domainID: String)
    case id(String)
  }

  /// The tenant that the token is to be good for.
  enum Scope {
    case none
    case tenantID(String)
    case tenantName(String)
  }

  let proof: Proof
  let scope: Scope

  init(_ auth: JSONValue) throws(Refusal) {
    guard let auth = auth.object else { throw .missing("auth", in: "request body") }
    if let token = auth["token"] {
      proof = .token(try Self.token(token))
    } else if let credentials = auth["passwordCredentials"] {
      proof = try Self.password(credentials)
    } else {
      throw .missing("auth", in: "request body")
    }
    scope = try Self.scope(auth)
    if let trust = auth["trust_id"] {
      throw .unknown("trust", trust.string ?? PythonText.of(trust))
    }
  }

  private static func token(_ token: JSONValue) throws(Refusal) -> String {
    guard token != .null else { throw .badRequest("argument of type 'NoneType' is not iterable") }
    guard let id = token.object?["id"] else { throw .missing("id", in: "token") }
    return try text(id, "token", limit: SandboxLimits.token)
  }

  private static func password(_ credentials: JSONValue) throws(Refusal) -> Proof {
    guard credentials != .null else {
      throw .badRequest("argument of type 'NoneType' is not iterable")
    }
    guard let credentials = credentials.object, let password = credentials["password"] else {
      throw .missing("password", in: "passwordCredentials")
    }
    let secret =
      password == .null
      ? nil : try text(password, "password", limit: SandboxLimits.password)
    let id = credentials["userId"] ?? .null
    let name = credentials["username"] ?? .null
    guard id.isTruthy || name.isTruthy else {
      throw .missing("username or userId", in: "passwordCredentials")
    }
    if name.isTruthy {
      return .password(
        user: .name(try text(name, "username", limit: SandboxLimits.parameter)),
        secret
      )
    }
    return .password(user: .id(try text(id, "userId", limit: SandboxLimits.parameter)), secret)
  }

  private static func scope(_ auth: JSONObject) throws(Refusal) -> Scope {
    if let id = auth["tenantId"], id.isTruthy {
      return .tenantID(try text(id, "tenantId", limit: SandboxLimits.parameter))
    }
    if let name = auth["tenantName"], name.isTruthy {
      return .tenantName(try text(name, "tenantName", limit: SandboxLimits.parameter))
    }
    return .none
  }

  /// A text within a limit; the words for anything but a text are Python's.
  private static func text(
    _ value: JSONValue,
    _ attribute: String,
    limit: Int
  ) throws(Refusal) -> String {
    guard case .string(let text) = value else {
      throw .badRequest("object of type '\(PythonText.typeName(of: value))' has no len()")
    }
    guard text.unicodeScalars.count <= limit else { throw .tooLong(attribute, limit: limit) }
    return text
  }
}
