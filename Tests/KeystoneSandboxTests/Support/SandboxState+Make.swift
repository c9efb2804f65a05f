@testable import KeystoneSandbox

extension SandboxState {
  /// An empty store whose admin token is `ADMIN`.
  static func make(tokenLifetime: Int = 3600) -> SandboxState {
    SandboxState(
      options: ServerOptions(
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
