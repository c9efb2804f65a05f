import FoundationEssentials
import KeystoneClient
import Testing

/// The server whose Identity v3 a case holds to the contract, whichever it is, over real HTTP.
struct V3Keystone: Sendable {
  /// The token that goes with a request.
  enum Token: Sendable {
    case none
    case admin
    case issued(String)
  }

  let transport: any HTTPTransport
  /// The server's address, without a version.
  let root: String
  let release: KeystoneRelease
  /// The password of the user `admin` of the project `admin`, whom a bootstrap made.
  let adminPassword: String
  /// A token for both.
  let adminToken: String

  /// Logs in as the administrator.
  init(
    _ transport: any HTTPTransport,
    root: String,
    release: KeystoneRelease,
    adminPassword: String
  ) async throws {
    self.transport = transport
    self.root = root
    self.release = release
    self.adminPassword = adminPassword
    let identity: JSON = [
      "methods": ["password"],
      "password": [
        "user": [
          "name": "admin", "domain": ["id": "default"], "password": .string(adminPassword),
        ]
      ],
    ]
    let scope: JSON = ["project": ["name": "admin", "domain": ["id": "default"]]]
    let body: JSON = ["auth": ["identity": identity, "scope": scope]]
    let response = try await transport.send(
      HTTPRequest(
        .post,
        url: root + "/v3/auth/tokens",
        headers: [HTTPHeader("Content-Type", "application/json")],
        body: Array(try JSONEncoder().encode(body))
      )
    )
    adminToken = try #require(response.header("X-Subject-Token"))
  }

  /// Sends a request to a path below `/v3`, or to `/…` of the server if it begins with `//`.
  func send(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ body: JSON? = nil,
    token: Token = .admin,
    headers: [HTTPHeader] = []
  ) async throws -> Reply {
    var headers = headers
    if body != nil { headers.append(HTTPHeader("Content-Type", "application/json")) }
    switch token {
    case .none: break
    case .admin: headers.append(HTTPHeader("X-Auth-Token", adminToken))
    case .issued(let id): headers.append(HTTPHeader("X-Auth-Token", id))
    }
    return Reply(
      try await transport.send(
        HTTPRequest(
          method,
          url: root + (path.hasPrefix("//") ? String(path.dropFirst()) : "/v3" + path),
          headers: headers,
          body: try body.map { Array(try JSONEncoder().encode($0)) }
        )
      )
    )
  }

  /// Expects that status and hands the answer back.
  @discardableResult
  func answers(
    _ status: Int,
    _ method: HTTPRequest.Method,
    _ path: String,
    _ body: JSON? = nil,
    token: Token = .admin,
    headers: [HTTPHeader] = [],
    _ location: SourceLocation = #_sourceLocation
  ) async throws -> Reply {
    let reply = try await send(method, path, body, token: token, headers: headers)
    let text = Comment(rawValue: "\(method) \(path): \(reply.text.prefix(300))")
    #expect(reply.status == status, text, sourceLocation: location)
    return reply
  }

  /// Expects a refusal with that status and Keystone's error document, and its words if they are
  /// given: all of them, or those around each `…`.
  @discardableResult
  func refuses(
    _ status: Int,
    _ method: HTTPRequest.Method,
    _ path: String,
    _ body: JSON? = nil,
    saying words: String? = nil,
    token: Token = .admin,
    headers: [HTTPHeader] = [],
    _ location: SourceLocation = #_sourceLocation
  ) async throws -> Reply {
    let reply = try await answers(
      status,
      method,
      path,
      body,
      token: token,
      headers: headers,
      location
    )
    let error = reply["error"]
    #expect(error.keys == ["code", "title", "message"], sourceLocation: location)
    #expect(error["code"] == .number(Double(status)), sourceLocation: location)
    if let words {
      let message = Comment(rawValue: error["message"].text)
      #expect(matches(error["message"].text, words), message, sourceLocation: location)
    }
    return reply
  }

  private func matches(_ text: String, _ words: String) -> Bool {
    let parts = words.split(separator: "…", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else {
      return text == words
    }
    return text.hasPrefix(first) && text.hasSuffix(last)
      && parts.dropFirst().dropLast().allSatisfy { text.contains($0) }
  }
}

extension Reply {
  /// The body as text.
  var text: String { String(decoding: response.body, as: UTF8.self) }
}
