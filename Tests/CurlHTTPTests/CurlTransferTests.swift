import CurlHTTP
import ServerSupport
import Testing

/// What comes back when nothing fails.
struct CurlTransferTests {
  /// An answer as the server writes it, and the status and body that the caller gets.
  static let answers = [
    ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", 200, "{}"),
    ("HTTP/1.1 200 OK\r\n\r\nuntil it closes", 200, "until it closes"),
    ("HTTP/1.0 200 OK\r\n\r\nold", 200, "old"),
    ("HTTP/1.1 200 OK\nContent-Length: 2\n\n{}", 200, "{}"),
    ("HTTP/1.1 204 No Content\r\n\r\n", 204, ""),
    (
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n", 200,
      "abc"
    ),
    (
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-T\r\n\r\n2\r\nab\r\n0\r\nX-T: 1\r\n\r\n",
      200, "ab"
    ),
    (
      "HTTP/1.1 100 Continue\r\nX-Interim: 1\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 1\r\n\r\n1",
      201, "1"
    ),
    (
      "HTTP/1.1 300 Multiple Choices\r\nVary: X-Auth-Token\r\nContent-Length: 2\r\n\r\n{}", 300,
      "{}"
    ),
    ("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", 302, ""),
    (
      "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 2\r\n\r\n{}",
      401, "{}"
    ),
    ("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n<html>", 503, "<html>"),
    ("HTTP/1.1 599 \r\nContent-Length: 0\r\n\r\n", 599, ""),
  ]

  @Test(arguments: answers)
  func anAnswerIsHandedBackAsItCame(_ text: String, _ status: Int, _ body: String) async throws {
    try await withServer { connection in
      connection.readRequest()
      connection.write(text)
    } _: { server, transport in
      let answer = try await transport.send(HTTPRequest(.get, url: server.url()))

      #expect(answer.status == status)
      #expect(String(decoding: answer.body, as: UTF8.self) == body)
      #expect(answer.header("X-Interim") == nil)
      #expect(answer.header("X-T") == nil)
      #expect(server.requests.count == 1)
    }
  }

  @Test func headersKeepTheirOrderAndTheirRepetitions() async throws {
    try await withServer { connection in
      connection.readRequest()
      connection.write(
        "HTTP/1.1 200 OK\r\nVary: A\r\nX-One:   1  \r\nvary: B\r\nX-Empty:\r\nContent-Length: 0\r\n\r\n"
      )
    } _: { server, transport in
      let answer = try await transport.send(HTTPRequest(.get, url: server.url()))

      #expect(
        answer.headers == [
          HTTPHeader("Vary", "A"), HTTPHeader("X-One", "1"), HTTPHeader("vary", "B"),
          HTTPHeader("X-Empty", ""), HTTPHeader("Content-Length", "0"),
        ]
      )
    }
  }

  @Test func nothingOfARequestIsLeftForTheNextOne() async throws {
    try await withServer { connection in
      while let request = connection.readRequest() {
        connection.write(
          "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n" + (request.hasPrefix("HEAD") ? "" : "{}")
        )
      }
    } _: { server, transport in
      // One after the other, so that all are made with one handle.
      var secret = HTTPRequest(.post, url: server.url("/1"), body: Array("a secret".utf8))
      secret.headers = [HTTPHeader("X-Auth-Token", "t0ken"), HTTPHeader("Content-Type", "text/x")]
      secret.timeout = .seconds(30)
      let methods: [HTTPRequest.Method] = [.get, .head, .delete, .put, .post, .patch, .get]
      for method in methods {
        _ = try await transport.send(secret)
        server.forgetRequests()
        let answer = try await transport.send(HTTPRequest(method, url: server.url("/2")))
        #expect(answer.status == 200)
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("\(method.rawValue) /2 HTTP/1.1\r\n"))
        #expect(!request.contains("secret"))
        #expect(!request.contains("t0ken"))
        #expect(!request.contains("text/x"))
        #expect(request.hasSuffix("\r\n\r\n"))
      }
      #expect(server.connectionCount == 1)
    }
  }

  @Test func headCarriesTheHeadersOfABodyThatDoesNotCome() async throws {
    try await withServer { connection in
      while connection.readRequest() != nil {
        connection.write("HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n")
      }
    } _: { server, transport in
      for _ in 1...3 {
        let answer = try await transport.send(HTTPRequest(.head, url: server.url()))
        #expect(answer.header("content-length") == "9000000000")
        #expect(answer.body.isEmpty)
      }
      #expect(server.connectionCount == 1)
    }
  }

  @Test func aCompressedBodyIsDecoded() async throws {
    // `printf '{"tenants": []}' | gzip -n`
    let gzip: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xAB, 0x56, 0x2A, 0x49, 0xCD,
      0x4B, 0xCC, 0x2B, 0x29, 0x56, 0xB2, 0x52, 0x88, 0x8E, 0xAD, 0x05, 0x00, 0xBD, 0x57, 0xFE,
      0xF4, 0x0F, 0x00, 0x00, 0x00,
    ]
    try await withServer { connection in
      connection.readRequest()
      connection.write(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(gzip.count)\r\n\r\n"
      )
      connection.write(gzip)
    } _: { server, transport in
      let answer = try await transport.send(HTTPRequest(.get, url: server.url()))
      #expect(String(decoding: answer.body, as: UTF8.self) == "{\"tenants\": []}")
    }
  }

  @Test func theSizeLimitHoldsAfterDecoding() async throws {
    // `head -c 10000 /dev/zero | gzip -9n`
    let gzip: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xED, 0xC1, 0x01, 0x0D, 0x00,
      0x00, 0x00, 0xC2, 0xA0, 0xF7, 0x4F, 0x6D, 0x0E, 0x37, 0xA0, 0x00, 0x00, 0x00, 0x00, 0x00,
      0x00, 0x00, 0x00, 0x00, 0xE0, 0xDF, 0x00, 0x2E, 0xCA, 0x3B, 0x4D, 0x10, 0x27, 0x00, 0x00,
    ]
    var configuration = CurlConfiguration.direct
    for (size, kind) in [(10_000, nil), (9_999, TransportError.Kind.answerTooLarge)] {
      configuration.maximumBodySize = size
      try await withServer(
        { connection in
          connection.readRequest()
          connection.write(
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(gzip.count)\r\n\r\n"
          )
          connection.write(gzip)
        },
        configuration: configuration
      ) { server, transport in
        let error = await transport.failure(of: HTTPRequest(.get, url: server.url()))
        #expect(error?.kind == kind)
      }
    }
  }

  @Test func aBodyOfTheLargestSizeArrivesWhole() async throws {
    var configuration = CurlConfiguration.direct
    configuration.maximumBodySize = 1 << 20
    try await withServer(
      { connection in
        connection.readRequest()
        connection.answer(String(repeating: "a", count: 1 << 20))
      },
      configuration: configuration
    ) { server, transport in
      let answer = try await transport.send(HTTPRequest(.get, url: server.url()))
      #expect(answer.body == [UInt8](repeating: 0x61, count: 1 << 20))
    }
  }
}
