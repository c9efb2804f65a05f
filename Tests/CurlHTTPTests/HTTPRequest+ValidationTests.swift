import CurlHTTP
import ServerSupport
import Testing

struct HTTPRequestValidationTests {
  @Test(
    arguments: [
      "", "127.0.0.1:5000/v2.0", "localhost/v2.0", "file:///etc/passwd", "ftp://127.0.0.1/",
      "http:/127.0.0.1/", "http://", "http://127.0.0.1:99999/", "http://127.0.0.1/a b",
      "http://127.0.0.1/a\r\nX: y", "http://127.0.0.1/\0", "http://[::1/", "http://a b/",
      "http://user:word@127.0.0.1:1/", "gopher://127.0.0.1/",
    ]
  )
  func whatIsNoURLIsRefused(_ url: String) async throws {
    let transport = try CurlTransport(configuration: .direct)
    defer { transport.shutdown() }
    let error = try #require(await transport.failure(of: HTTPRequest(.get, url: url)))
    #expect(error.kind == .invalidURL)
    #expect(!error.detail.contains("word"))
    #expect(transport.statistics == CurlStatistics())
  }

  @Test(
    arguments: [
      HTTPHeader("X-Auth-Token", "secret\r\nX-Other: 1"), HTTPHeader("X-Auth-Token", "secret\n"),
      HTTPHeader("X-Auth-Token", "secret\0"), HTTPHeader("X-Auth-Token\n", "secret"),
      HTTPHeader("X Auth", "secret"), HTTPHeader("X:", "secret"), HTTPHeader("", "secret"),
      HTTPHeader("X;", ""),
    ]
  )
  func aHeaderThatWouldBecomeTwoIsRefused(_ header: HTTPHeader) async throws {
    let transport = try CurlTransport(configuration: .direct)
    defer { transport.shutdown() }
    let request = HTTPRequest(.get, url: "http://127.0.0.1:1/", headers: [header])
    let error = try #require(await transport.failure(of: request))
    #expect(error.kind == .other)
    #expect(!error.detail.contains("secret"))
  }
}
