import CurlHTTP
import ServerSupport
import Testing

/// What goes over the wire.
struct CurlTransportTests {
  /// A request, and the lines that the server must read; `HOST` stands for the server's address.
  static let requests = [
    (
      HTTPRequest(
        .get,
        url: "/v2.0/%(x)s/../tenants?limit=1&a=%20",
        headers: [HTTPHeader("X-Auth-Token", "t")]
      ),
      [
        "GET /v2.0/%(x)s/../tenants?limit=1&a=%20 HTTP/1.1", "X-Auth-Token: t",
        "Accept: application/json",
      ]
    ),
    (HTTPRequest(.head, url: "/", body: [1]), ["HEAD / HTTP/1.1", "Accept: application/json"]),
    (HTTPRequest(.delete, url: "/x"), ["DELETE /x HTTP/1.1", "Accept: application/json"]),
    (
      HTTPRequest(.put, url: "/x"),
      ["PUT /x HTTP/1.1", "Accept: application/json", "Content-Length: 0"]
    ),
    (
      HTTPRequest(.post, url: "/x"),
      ["POST /x HTTP/1.1", "Accept: application/json", "Content-Length: 0"]
    ),
    (
      HTTPRequest(.post, url: "/x", body: Array("{\"a\":\0}".utf8)),
      [
        "POST /x HTTP/1.1", "Accept: application/json", "Content-Type: application/json",
        "Content-Length: 7", "{\"a\":\0}",
      ]
    ),
    (
      HTTPRequest(
        .patch,
        url: "/x",
        headers: [
          HTTPHeader("content-type", "text/x"), HTTPHeader("ACCEPT", "*/*"),
          HTTPHeader("Empty", ""),
        ],
        body: [0x61]
      ),
      [
        "PATCH /x HTTP/1.1", "content-type: text/x", "ACCEPT: */*", "Empty:", "Content-Length: 1",
        "a",
      ]
    ),
    (
      HTTPRequest(.put, url: "/x", body: Array("ü".utf8)),
      [
        "PUT /x HTTP/1.1", "Accept: application/json", "Content-Type: application/json",
        "Content-Length: 2", "ü",
      ]
    ),
  ]

  @Test(arguments: requests)
  func aRequestGoesOutAsItIsWritten(_ request: HTTPRequest, _ expected: [String]) async throws {
    try await withServer({ $0.answerAll() }) { server, transport in
      var request = request
      request.url = server.url(request.url)

      _ = try await transport.send(request)

      let lines = server.requests.joined().split(separator: "\r\n").map { String($0) }
      let common = [
        "Host: 127.0.0.1:\(server.port)", "User-Agent: keystone-seed",
        "Accept-Encoding: deflate, gzip, br, zstd",
      ]
      #expect(lines.filter { !common.contains($0) } == expected)
      #expect(lines.count == expected.count + common.count)
    }
  }

  @Test func neitherCookiesNorAuthenticationAreKept() async throws {
    try await withServer { connection in
      while connection.readRequest() != nil {
        connection.answer(headers: "Set-Cookie: a=b\r\n")
      }
    } _: { server, transport in
      let token = [HTTPHeader("X-Auth-Token", "secret")]
      _ = try await transport.send(HTTPRequest(.post, url: server.url(), headers: token, body: [1]))
      _ = try await transport.send(HTTPRequest(.get, url: server.url()))

      let second = try #require(server.requests.dropFirst().first)
      #expect(!second.contains("Cookie"))
      #expect(!second.contains("X-Auth-Token"))
      #expect(!second.contains("Content-"))
    }
  }
}
