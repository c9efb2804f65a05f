import CurlHTTP
import Glibc
import ServerSupport
import Testing

/// How many requests are on their way, and over how many connections.
struct CurlLoopTests {
  @Test(arguments: [1, 3, 8])
  func noMoreRequestsAreOnTheirWayThanAllowed(_ limit: Int) async throws {
    var configuration = CurlConfiguration.direct
    configuration.maximumConcurrentTransfers = limit
    let gate = Gate()
    try await withServer(
      { connection in
        while connection.readRequest() != nil {
          gate.wait()
          connection.answer()
        }
      },
      configuration: configuration
    ) { server, transport in
      try await withThrowingTaskGroup { group in
        for _ in 1...(5 * limit) {
          group.addTask { try await transport.send(HTTPRequest(.get, url: server.url())).status }
        }
        // Nobody is answered before as many as allowed are there.
        await until { server.requests.count >= limit }
        gate.open()
        for try await status in group { #expect(status == 200) }
      }
      #expect(server.requests.count == 5 * limit)
      #expect(server.connectionCount == limit)
      #expect(
        transport.statistics.connectionsOpened == limit
          && transport.statistics.requestsSent == 5 * limit
      )
    }
  }

  @Test func theTimeInTheQueueDoesNotCount() async throws {
    var configuration = CurlConfiguration.direct
    configuration.maximumConcurrentTransfers = 1
    configuration.timeout = .seconds(2)
    try await withServer(
      { connection in
        while connection.readRequest() != nil {
          usleep(500_000)
          connection.answer()
        }
      },
      configuration: configuration
    ) { server, transport in
      await withTaskGroup { group in
        for _ in 1...5 {
          group.addTask { await transport.failure(of: HTTPRequest(.get, url: server.url())) }
        }
        for await failure in group { #expect(failure == nil) }
      }
    }
  }

  @Test func manyHostsShareTheConnections() async throws {
    var configuration = CurlConfiguration.direct
    configuration.maximumConcurrentTransfers = 2
    configuration.timeout = .seconds(20)
    let servers = try (1...5).map { _ in try ScriptedServer { $0.answerAll() } }
    defer { servers.forEach { $0.stop() } }
    let transport = try CurlTransport(configuration: configuration)
    defer { transport.shutdown() }
    for _ in 1...3 {
      for server in servers {
        let answer = try await transport.send(HTTPRequest(.get, url: server.url()))
        #expect(answer.status == 200)
      }
    }
    await until { servers.map(\.openCount).reduce(0, +) <= 2 }
  }

  @Test func aServerThatClosesEachConnectionGetsANewOneEachTime() async throws {
    try await withServer { connection in
      connection.readRequest()
      connection.answer(headers: "Connection: close\r\n")
    } _: { server, transport in
      for _ in 1...5 {
        let request = HTTPRequest(.post, url: server.url(), body: Array("{}".utf8))
        let answer = try await transport.send(request)
        #expect(answer.status == 200)
      }
      #expect(server.connectionCount == 5)
    }
  }

  @Test func aConnectionThatTheServerClosedMeanwhileIsNotUsed() async throws {
    try await withServer { connection in
      connection.readRequest()
      connection.answer()
    } _: { server, transport in
      for _ in 1...5 {
        let request = HTTPRequest(.post, url: server.url(), body: Array("{}".utf8))
        let answer = try await transport.send(request)
        #expect(answer.status == 200)
        await until { server.openCount == 0 }
      }
      #expect(server.requests.count == 5)
    }
  }
}
