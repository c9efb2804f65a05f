import CurlHTTP
import ServerSupport
import Testing

/// What happens when a kept-alive connection dies while a request is written to it.
struct CurlExchangeTests {
  /// Answers the first request of the first connection, and drops it when it has read a second.
  @Sendable private static func dropSecond(_ connection: ScriptedConnection) {
    guard connection.number == 1 else { return connection.answerAll() }
    connection.readRequest()
    connection.answer()
    connection.readRequest()
  }

  @Sendable private static func resetSecond(_ connection: ScriptedConnection) {
    dropSecond(connection)
    if connection.number == 1 { connection.reset() }
  }

  private static let changing = [
    HTTPRequest(.post, url: "", body: Array("{\"tenant\": {}}".utf8)),
    HTTPRequest(.post, url: ""),
    HTTPRequest(.put, url: "", body: Array("{}".utf8)),
    HTTPRequest(.put, url: ""),
    HTTPRequest(.patch, url: "", body: Array("{}".utf8)),
    HTTPRequest(.delete, url: ""),
  ]

  @Test(arguments: changing)
  func whatChangesSomethingGoesOutOnce(_ request: HTTPRequest) async throws {
    for script in [Self.dropSecond, Self.resetSecond] {
      try await withServer(script) { server, transport in
        var request = request
        request.url = server.url()
        _ = try await transport.send(HTTPRequest(.get, url: server.url()))

        let error = try #require(await transport.failure(of: request))

        #expect(error.kind == .emptyReply)
        #expect(error.detail == "Server returned nothing (no headers, no data)")
        #expect(server.requests.count == 2)
        #expect(transport.statistics.requestsSent == 2)
        // And the transport is as good as new.
        let answer = try await transport.send(request)
        #expect(answer.status == 200)
      }
    }
  }

  @Test(arguments: [HTTPRequest.Method.get, .head])
  func whatReadsIsRepeated(_ method: HTTPRequest.Method) async throws {
    for script in [Self.dropSecond, Self.resetSecond] {
      try await withServer(script) { server, transport in
        for _ in 1...2 {
          let answer = try await transport.send(HTTPRequest(method, url: server.url()))
          #expect(answer.status == 200)
        }
        #expect(server.requests.count == 3)
        #expect(transport.statistics.requestsSent == 3)
      }
    }
  }

  @Test(arguments: [HTTPRequest.Method.get, .post])
  func aServerThatDiesMeanwhileMayHaveCarriedTheRequestOut(
    _ method: HTTPRequest.Method
  ) async throws {
    try await withServer { connection in
      connection.readRequest()
      connection.answer()
      connection.readRequest()
      connection.server.stopListening()
    } _: { server, transport in
      _ = try await transport.send(HTTPRequest(.get, url: server.url()))
      let error = try #require(
        await transport.failure(of: HTTPRequest(method, url: server.url()))
      )
      // Not `connectionFailed`, though nobody listens any more.
      #expect(error.kind == .emptyReply)
      #expect(!error.isBeforeSending)
    }
  }
}
