import KeystoneClient
import Testing

struct CurlTransportTests {
  @Test func anAnswerArrivesWithStatusHeadersAndBody() async throws {
    let server = try ScriptedServer { connection in
      connection.readRequest()
      connection.answer(
        "{\"a\": 1}",
        status: "203 So",
        headers: "X-One: 1\r\nVary: A\r\nvary: B\r\n"
      )
    }
    defer { server.stop() }
    let transport = try CurlTransport()
    defer { transport.shutdown() }

    let answer = try await transport.send(HTTPRequest(.get, url: server.url("/v2.0/%(x)s/../y")))

    #expect(answer.status == 203)
    #expect(String(decoding: answer.body, as: UTF8.self) == "{\"a\": 1}")
    #expect(
      answer.headers == [
        HTTPHeader("X-One", "1"), HTTPHeader("Vary", "A"), HTTPHeader("vary", "B"),
        HTTPHeader("Content-Length", "8"),
      ]
    )
    #expect(server.requests.first?.hasPrefix("GET /v2.0/%(x)s/../y HTTP/1.1\r\n") == true)
  }

  @Test func requestsOneAfterTheOtherShareOneConnection() async throws {
    let server = try ScriptedServer { $0.answerAll() }
    defer { server.stop() }
    let transport = try CurlTransport()
    defer { transport.shutdown() }

    for _ in 1...20 {
      let answer = try await transport.send(HTTPRequest(.get, url: server.url()))
      #expect(answer.status == 200)
    }

    #expect(server.connectionCount == 1)
    #expect(transport.statistics.requestsSent == 20)
    #expect(transport.statistics.connectionsOpened == 1)
  }
}
