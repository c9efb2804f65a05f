import FoundationEssentials
import KeystoneClient
import Testing

/// The server that a case holds to the contract, whichever it is, over real HTTP.
struct Keystone: Sendable {
  /// The two APIs.
  enum App: Sendable {
    case admin
    case `public`
  }

  /// The token that goes with a request.
  enum Token: Sendable {
    case none
    case admin
    case issued(String)
  }

  let transport: any HTTPTransport
  let adminURL: String
  let publicURL: String
  let adminToken: String
  /// Makes an endpoint as Identity v3 does, of a service, in a region, with one public URL, and
  /// hands its id back: the sandbox has a hook for it, a real Keystone the v3 API.
  let addForeignEndpoint: @Sendable (_ serviceID: String, _ region: String) async throws -> String

  /// Sends a request to a path below `/v2.0`, or to `/…` of the server if it begins with `//`.
  func send(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ body: JSON? = nil,
    on app: App = .admin,
    token: Token = .admin
  ) async throws -> Reply {
    let bytes = try body.map { Array(try JSONEncoder().encode($0)) }
    return try await sendRaw(
      method,
      path,
      bytes,
      on: app,
      token: token,
      headers: body == nil ? [] : [HTTPHeader("Content-Type", "application/json")]
    )
  }

  /// Sends a request whose body need not be JSON.
  func sendRaw(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ body: [UInt8]?,
    on app: App = .admin,
    token: Token = .admin,
    headers: [HTTPHeader] = []
  ) async throws -> Reply {
    var headers = headers
    switch token {
    case .none: break
    case .admin: headers.append(HTTPHeader("X-Auth-Token", adminToken))
    case .issued(let id): headers.append(HTTPHeader("X-Auth-Token", id))
    }
    let base = app == .admin ? adminURL : publicURL
    let url =
      path.hasPrefix("//") ? String(base.dropLast("/v2.0".count) + path.dropFirst()) : base + path
    return Reply(
      try await transport.send(
        HTTPRequest(method, url: url, headers: headers, body: body)
      )
    )
  }

  /// Expects a refusal with that status and Keystone's error document.
  @discardableResult
  func refuses(
    _ status: Int,
    _ method: HTTPRequest.Method,
    _ path: String,
    _ body: JSON? = nil,
    on app: App = .admin,
    token: Token = .admin,
    _ location: SourceLocation = #_sourceLocation
  ) async throws -> Reply {
    let reply = try await send(method, path, body, on: app, token: token)
    #expect(reply.status == status, sourceLocation: location)
    let error = reply["error"]
    #expect(error.keys == ["code", "title", "message"], sourceLocation: location)
    #expect(error["code"] == .number(Double(status)), sourceLocation: location)
    return reply
  }

  /// Expects that status and hands the answer back.
  @discardableResult
  func answers(
    _ status: Int,
    _ method: HTTPRequest.Method,
    _ path: String,
    _ body: JSON? = nil,
    on app: App = .admin,
    token: Token = .admin,
    _ location: SourceLocation = #_sourceLocation
  ) async throws -> Reply {
    let reply = try await send(method, path, body, on: app, token: token)
    #expect(reply.status == status, sourceLocation: location)
    return reply
  }
}
