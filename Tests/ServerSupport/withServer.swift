package import CurlHTTP

/// Runs a test against a scripted server, with a transport of its own.
///
/// - Parameters:
///   - script: What happens on each connection.
///   - configuration: That of the transport.
///   - body: The test.
/// - Throws: What the test throws.
package func withServer(
  _ script: @escaping ScriptedServer.Script,
  configuration: CurlConfiguration = .direct,
  _ body: (ScriptedServer, CurlTransport) async throws -> Void
) async throws {
  let server = try ScriptedServer(script)
  defer { server.stop() }
  let transport = try CurlTransport(configuration: configuration)
  defer { transport.shutdown() }
  try await body(server, transport)
}

extension CurlConfiguration {
  /// The default but for the proxies that whoever runs the tests may have, and for the age of a
  /// connection and the time of a request: among all tests one may wait for minutes for its turn.
  package static var direct: CurlConfiguration {
    var configuration = CurlConfiguration()
    configuration.usesProxyEnvironment = false
    configuration.maximumIdleTime = .seconds(3600)
    configuration.timeout = .seconds(3600)
    configuration.connectTimeout = .seconds(3600)
    return configuration
  }
}

extension CurlTransport {
  /// How sending a request fails, or nil when an answer comes.
  package func failure(of request: HTTPRequest) async -> TransportError? {
    do {
      _ = try await send(request)
      return nil
    } catch {
      return error
    }
  }
}
