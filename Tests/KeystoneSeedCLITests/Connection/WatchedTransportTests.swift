import Convergence
import KeystoneClient
import Synchronization
import Testing

@testable import KeystoneSeedCLI

@Suite struct WatchedTransportTests {
  /// Answers with a status, and keeps how much time the request had.
  private final class Server: HTTPTransport {
    let timeouts = Mutex<[Duration?]>([])
    let store: TransportStore? = TransportStore()
    let status: Int

    init(status: Int) { self.status = status }

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
      timeouts.withLock { $0.append(request.timeout) }
      guard status > 0 else { throw TransportError(.emptyReply) }
      return HTTPResponse(status: status)
    }
  }

  private func answered(_ status: Int) async -> [String] {
    let servers = Mutex<[String]>([])
    let transport = WatchedTransport(
      transport: Server(status: status),
      line: WaitingLine(in: .test()),
      onAnswer: { server in servers.withLock { $0.append(server) } }
    )
    _ = try? await transport.send(HTTPRequest(.get, url: "http://192.0.2.1:5000/v2.0/users"))
    return servers.withLock(\.self)
  }

  @Test(arguments: [200, 300, 401, 404, 429])
  func answerShowsThatTheServerIsThere(status: Int) async {
    #expect(await answered(status) == ["http://192.0.2.1:5000"])
  }

  @Test(arguments: [0, 500, 502, 503, 504])
  func failureDoesNot(status: Int) async {
    #expect(await answered(status).isEmpty)
  }

  /// What one request held is taken out of what is said of another one, through it as without it.
  @Test func secretsThatWentThroughItAreRemembered() {
    let server = Server(status: 200)
    let transport = WatchedTransport(transport: server, line: WaitingLine(in: .test()))
    #expect(server.memory != nil)
    #expect(transport.memory === server.memory)
  }

  @Test func tasksAreDoneWhereTheOtherOneHasThem() throws {
    let transport = try CurlTransport()
    let line = WaitingLine(in: .test())
    #expect(WatchedTransport(transport: transport, line: line).executor === transport.executor)
    #expect(WatchedTransport(transport: Server(status: 200), line: line).executor == nil)
  }

  @Test func requestHasTheTimeThatIsLeft() async throws {
    let server = Server(status: 200)
    let transport = WatchedTransport(transport: server, line: WaitingLine(in: .test()))
    let request = HTTPRequest(.get, url: "http://192.0.2.1:5000/")
    _ = try await transport.send(request)
    let response = await TimeBudget { .seconds(3) }.spend { try? await transport.send(request) }
    #expect(response != nil)
    #expect(server.timeouts.withLock(\.self) == [nil, .seconds(3)])
  }

  @Test func requestThatMayTakeLessTakesLess() async throws {
    let server = Server(status: 200)
    let transport = WatchedTransport(transport: server, line: WaitingLine(in: .test()))
    var question = HTTPRequest(.get, url: "http://192.0.2.1:5000/")
    question.timeout = .seconds(2)
    let request = question
    _ = try await transport.send(request)
    let response = await TimeBudget { .seconds(3) }.spend { try? await transport.send(request) }
    #expect(response != nil)
    #expect(server.timeouts.withLock(\.self) == [.seconds(2), .seconds(2)])
  }
}
