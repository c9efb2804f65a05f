import ServerSupport
import Testing

@testable import KeystoneClient

/// Lists that are read while they arrive, from a server on a socket.
@Suite struct ListIntakeTests {
  private static let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
  private static let users = #"{"users": [{"id": "1", "name": "é"}, {"id": "2", "name": "b"}]}"#

  /// Has the users listed by a server that runs the script.
  private func listing(
    _ script: @escaping ScriptedServer.Script
  ) async throws -> Result<[UserRecord], KeystoneError> {
    var result: Result<[UserRecord], KeystoneError>?
    try await withServer(script) { server, transport in
      let client = KeystoneClient.make(endpoint: server.url("/v2.0"), transport: transport)
      do throws(KeystoneError) {
        result = .success(try await client.users())
      } catch {
        result = .failure(error)
      }
    }
    return try #require(result)
  }

  @Test("a list that comes in pieces is whole, wherever it is cut", arguments: [1, 2, 20, 1000])
  func pieces(size: Int) async throws {
    let users = try await listing { connection in
      connection.readRequest()
      connection.write(Self.head + "Content-Length: \(Self.users.utf8.count)\r\n\r\n")
      let bytes = Array(Self.users.utf8)
      for start in stride(from: 0, to: bytes.count, by: size) {
        connection.write(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      connection.awaitClose()
    }
    #expect(try users.get().map(\.name) == ["é", "b"])
  }

  @Test("an answer that breaks off is no list")
  func brokenOff() async throws {
    let users = try await listing { connection in
      connection.readRequest()
      connection.write(Self.head + "Content-Length: 1000\r\n\r\n" + Self.users)
      connection.end()
    }
    #expect(throws: KeystoneError.self) { try users.get() }
  }

  @Test(
    "a document that ends too early, or goes on, is no list",
    arguments: [
      (#"{"users": [{"id": "1", "name": "a"}"#, UnreadableAnswer.truncatedJSON),
      (#"{"users": []} x"#, .notJSON(detail: "something follows the document", offset: 14)),
      (#"{"users": [{}]}"#, .unexpectedShape(detail: "the document.users[0].id is missing")),
      (#"{"tenants": []}"#, .unexpectedShape(detail: "the document.users is missing")),
      ("<html>", .html),
      ("", .emptyBody),
    ]
  )
  func noList(_ body: String, _ expected: UnreadableAnswer) async throws {
    let users = try await listing { connection in
      connection.readRequest()
      connection.answer(body)
      connection.awaitClose()
    }
    let error = #expect(throws: KeystoneError.self) { try users.get() }
    #expect(error?.reason == .unreadable(expected, status: 200))
  }

  @Test("what a refusal says is read, and its body taken for no list")
  func refusal() async throws {
    let body = #"{"error": {"code": 403, "title": "Forbidden", "message": "not you"}}"#
    let users = try await listing { connection in
      connection.readRequest()
      connection.answer(body, status: "403 Forbidden")
      connection.awaitClose()
    }
    let error = #expect(throws: KeystoneError.self) { try users.get() }
    #expect(error?.refusal?.message == "not you")
  }

  @Test("an answer that waits for nobody is read after a list's connection has died")
  func repeated() async throws {
    try await withServer { connection in
      connection.readRequest()
      connection.answer(Self.users)
      guard connection.number > 1 else { return }
      connection.awaitClose()
    } _: { server, transport in
      let client = KeystoneClient.make(endpoint: server.url("/v2.0"), transport: transport)
      for _ in 1...2 {
        let users = try await client.users()
        #expect(users.count == 2)
      }
    }
  }

  @Test("a traced list is shown, and read all the same")
  func traced() async throws {
    let shown = Locked<[String]>([])
    try await withServer { connection in
      connection.readRequest()
      connection.answer(Self.users)
      connection.awaitClose()
    } _: { server, transport in
      let tracing = TracingTransport(transport) { text in shown.withLock { $0.append(text) } }
      let client = KeystoneClient.make(endpoint: server.url("/v2.0"), transport: tracing)
      let users = try await client.users()
      #expect(users.count == 2)
    }
    #expect(shown.withLock { $0.last?.contains(#""name":"b""#) } == true)
  }

  /// Asks a server with a list of two for it, within some limits.
  private func listUsers(
    _ configuration: CurlConfiguration,
    _ check: (KeystoneClient) async throws -> Void
  ) async throws {
    try await withServer(
      { connection in
        connection.readRequest()
        connection.answer(Self.users)
        connection.awaitClose()
      },
      configuration: configuration
    ) { server, transport in
      try await check(KeystoneClient.make(endpoint: server.url("/v2.0"), transport: transport))
    }
  }

  @Test("a list may be longer than what is kept as it is")
  func longerThanABody() async throws {
    var configuration = CurlConfiguration.direct
    configuration.maximumBodySize = 50
    try await listUsers(configuration) { client in
      let users = try await client.users()
      #expect(users.count == 2)
    }
  }

  @Test("a list beyond the limit is broken off while it arrives")
  func tooLarge() async throws {
    var configuration = CurlConfiguration.direct
    configuration.maximumListSize = 50
    try await listUsers(configuration) { client in
      let error = await failure { () throws(KeystoneError) in _ = try await client.users() }
      guard case .transport(let reason) = error?.reason else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(reason.kind == .answerTooLarge)
    }
  }
}
