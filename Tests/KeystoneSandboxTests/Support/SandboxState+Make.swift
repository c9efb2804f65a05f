@testable import KeystoneSandbox

extension SandboxState {
  /// An empty store whose admin token is `ADMIN`.
  static func make(
    _ release: SandboxRelease = .pike,
    tokenLifetime: Int = 3600
  ) -> SandboxState {
    SandboxState(
      options: ServerOptions(
        release: release,
        adminToken: "ADMIN",
        tokenLifetime: tokenLifetime,
        publicURL: "http://127.0.0.1:5000",
        adminURL: "http://127.0.0.1:35357",
        publicPort: 5000,
        adminPort: 35357
      )
    )
  }

  /// Sends a request below `/v2.0` with the admin token, and hands status and document back.
  mutating func send(
    _ method: String,
    _ path: String,
    _ body: JSONValue? = nil,
    token: String? = "ADMIN",
    apps: [SandboxApp] = [.admin],
    now: Timestamp = Timestamp(seconds: 0)
  ) -> (status: Int, document: JSONObject) {
    let response = answer(
      .make(method, "/v2.0" + path, body.map { JSONWriter.text(of: $0) }, token: token, apps: apps),
      now: now
    )
    return (response.status, response.document)
  }
}

extension SandboxState {
  /// A store with what bootstrap makes, and the token of its user admin for its project admin.
  static func bootstrapped(
    _ release: SandboxRelease = .current
  ) throws -> (state: SandboxState, token: String) {
    var state = make(release)
    try state.bootstrap("secret")
    let token = state.logIn("admin", "secret", ["project": ["name": "admin", "domain": home]])
    return (state, token)
  }

  /// The default domain as a login names it.
  static let home: JSONValue = ["id": "default"]

  /// Sends a request below `/v3` with the admin token.
  mutating func v3(
    _ method: String,
    _ path: String,
    _ body: JSONValue? = nil,
    token: String? = "ADMIN",
    headers: [(name: String, value: String)] = [],
    now: Timestamp = Timestamp(seconds: 0)
  ) -> SandboxResponse {
    let type = (name: "Content-Type", value: "application/json")
    return answer(
      .make(
        method,
        "/v3" + path,
        body.map { JSONWriter.text(of: $0) },
        token: token,
        headers: headers + [type, (name: "Host", value: "127.0.0.1:5000")],
        apps: [.public]
      ),
      now: now
    )
  }

  /// Makes something over v3 and hands its id back.
  mutating func make(_ kind: String, _ sent: JSONObject, token: String = "ADMIN") -> String {
    v3("POST", "/\(kind)s", [kind: .object(sent)], token: token).document
      .text(kind, "id")
  }

  /// Logs a user of the default domain in over v3, and hands the token back, or nothing.
  mutating func logIn(
    _ name: String,
    _ password: String,
    _ scope: JSONValue? = nil,
    now: Timestamp = Timestamp(seconds: 0)
  ) -> String {
    let user: JSONValue = [
      "name": .string(name), "domain": Self.home, "password": .string(password),
    ]
    var auth: JSONObject = [
      "identity": ["methods": ["password"], "password": ["user": user]]
    ]
    auth["scope"] = scope
    let answer = v3("POST", "/auth/tokens", ["auth": .object(auth)], token: nil, now: now)
    return answer.header("X-Subject-Token") ?? ""
  }
}

extension JSONValue {
  /// The member of an object.
  subscript(key: String) -> JSONValue? { object?[key] }
}

extension SandboxRequest {
  static func make(
    _ method: String = "GET",
    _ target: String = "/",
    _ body: String? = nil,
    token: String? = nil,
    headers: [(name: String, value: String)] = [],
    apps: [SandboxApp] = [.admin]
  ) -> SandboxRequest {
    let tokens = token.map { [(name: "X-Auth-Token", value: $0)] } ?? []
    return SandboxRequest(
      apps: apps,
      method: method,
      target: target,
      headers: headers + tokens,
      body: Array((body ?? "").utf8)
    )
  }
}

extension SandboxResponse {
  /// The body as an object; empty if it is none.
  var document: JSONObject {
    do {
      return try JSONParser.parse(body).object ?? [:]
    } catch {
      return [:]
    }
  }

  func header(_ name: String) -> String? {
    headers.last { $0.name == name }?.value
  }
}

extension JSONObject {
  /// The member of an object within.
  subscript(outer: String, inner: String) -> JSONValue? {
    self[outer]?.object?[inner]
  }

  /// The text of a member, or nothing.
  func text(_ outer: String, _ inner: String) -> String {
    self[outer, inner]?.string ?? ""
  }

  /// The elements of a member.
  func elements(_ key: String) -> [JSONValue] {
    if case .array(let elements) = self[key] { elements } else { [] }
  }
}
