import KeystoneClient
import KeystoneSandbox

/// A sandbox and a client of it, for the time of a test.
func withSandbox(
  _ configuration: SandboxConfiguration = SandboxConfiguration(),
  _ body: (KeystoneSandbox, SandboxClient) async throws -> Void
) async throws {
  let sandbox = try await KeystoneSandbox.start(configuration)
  var curl = CurlConfiguration()
  curl.usesProxyEnvironment = false
  curl.maximumBodySize = 1 << 20
  let client = SandboxClient(
    transport: try CurlTransport(configuration: curl),
    adminURL: sandbox.adminURL
  )
  do {
    try await body(sandbox, client)
  } catch {
    client.transport.shutdown()
    await sandbox.stop()
    throw error
  }
  client.transport.shutdown()
  await sandbox.stop()
}

/// Sends requests to the admin app with the admin token.
struct SandboxClient: Sendable {
  let transport: CurlTransport
  let adminURL: String

  func send(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ body: String? = nil
  ) async throws -> HTTPResponse {
    try await transport.send(
      HTTPRequest(
        method,
        url: adminURL + path,
        headers: [
          HTTPHeader("X-Auth-Token", "ADMIN"), HTTPHeader("Content-Type", "application/json"),
        ],
        body: body.map { Array($0.utf8) }
      )
    )
  }

  /// Asks for a tenant to be made.
  func makeTenant(_ name: String) async throws -> HTTPResponse {
    try await send(.post, "/tenants", "{\"tenant\": {\"name\": \"\(name)\"}}")
  }

  /// Whether there is a tenant of that name.
  func hasTenant(_ name: String) async throws -> Bool {
    try await send(.get, "/tenants?name=\(name)").status == 200
  }
}
