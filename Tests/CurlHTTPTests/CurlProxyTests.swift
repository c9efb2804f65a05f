import Glibc
import ServerSupport
import Testing

@testable import CurlHTTP

/// Proxies from the environment; each test has a process and so an environment of its own.
struct CurlProxyTests {
  @Test(
    arguments: [
      ("Uses proxy env variable http_proxy == 'http://127.0.0.1:3128'\n", "http://127.0.0.1:3128"),
      ("Uses proxy env variable ALL_PROXY == 'proxy:8080'\n", "proxy:8080"),
      ("Uses proxy env variable https_proxy == 'http://me:it's@proxy'\n", "http://proxy"),
      ("Uses proxy env variable no_proxy == 'localhost'\n", nil),
      ("Uses proxy env variable NO_PROXY == 'localhost'\n", nil),
      ("Connected to 127.0.0.1 (127.0.0.1) port 80 (#0)\n", nil),
      ("Uses proxy env variable", nil),
      ("", nil),
    ]
  )
  func theProxyIsReadFromWhatLibcurlSays(_ message: String, _ proxy: String?) {
    #expect(CurlProxy.named(in: message)?.address == proxy)
  }

  @Test func aRequestGoesThroughTheProxyAndItsFailureNamesIt() async {
    await #expect(processExitsWith: .success) {
      clearProxies()
      try await withServer(
        { connection in
          connection.readRequest()
          connection.answer("from the proxy")
          connection.readRequest()
        },
        configuration: CurlConfiguration()
      ) { server, transport in
        setenv("http_proxy", "http://me:secret@127.0.0.1:\(server.port)", 1)
        let request = HTTPRequest(.post, url: "http://keystone.example:5000/v2.0")

        let answer = try await transport.send(request)
        #expect(String(decoding: answer.body, as: UTF8.self) == "from the proxy")
        #expect(answer.proxyVariable == "http_proxy")
        let line = try #require(server.requests.joined().split(separator: "\r\n").first)
        #expect(line == "POST http://keystone.example:5000/v2.0 HTTP/1.1")
        #expect(server.requests.joined().contains("Proxy-Authorization: Basic "))

        let error = try #require(await transport.failure(of: request))
        #expect(error.kind == .emptyReply)
        #expect(
          error.proxy
            == HTTPProxy("http://127.0.0.1:\(server.port)", variable: "http_proxy")
        )
        #expect(!"\(error)".contains("secret"))
        #expect(server.requests.count == 2)
      }
    }
  }

  @Test func whatNeedsNoProxyGoesStraight() async {
    await #expect(processExitsWith: .success) {
      clearProxies()
      try await withServer(
        { connection in
          connection.readRequest()
          connection.answer()
          connection.readRequest()
        },
        configuration: CurlConfiguration()
      ) { server, transport in
        setenv("http_proxy", "http://127.0.0.1:1", 1)
        setenv("no_proxy", "keystone.example,127.0.0.1", 1)
        let request = HTTPRequest(.post, url: server.url())
        let answer = try await transport.send(request)
        #expect(answer.status == 200)
        let error = try #require(await transport.failure(of: request))
        #expect(error.kind == .emptyReply)
        #expect(error.proxy == nil)
      }
    }
  }

  @Test func proxiesCanBeSwitchedOffAndUpperCaseIsIgnoredForPlainHTTP() async {
    await #expect(processExitsWith: .success) {
      clearProxies()
      setenv("HTTP_PROXY", "http://127.0.0.1:1", 1)
      try await withServer({ $0.answerAll() }, configuration: CurlConfiguration()) {
        server,
        transport in
        let answer = try await transport.send(HTTPRequest(.get, url: server.url()))
        #expect(answer.status == 200)
      }
      setenv("http_proxy", "http://127.0.0.1:1", 1)
      setenv("all_proxy", "http://127.0.0.1:1", 1)
      try await withServer({ $0.answerAll() }, configuration: .direct) { server, transport in
        let answer = try await transport.send(HTTPRequest(.get, url: server.url()))
        #expect(answer.status == 200)
      }
    }
  }

  @Test func aProxyThatRefusesATunnelHasSentNothing() async {
    await #expect(processExitsWith: .success) {
      clearProxies()
      try await withServer(
        { connection in
          connection.readRequest()
          connection.answer("<html>no", status: "403 Forbidden")
        },
        configuration: CurlConfiguration()
      ) { server, transport in
        setenv("HTTPS_PROXY", "http://me:secret@127.0.0.1:\(server.port)", 1)
        let request = HTTPRequest(
          .post,
          url: "https://keystone.example:35357/v2.0",
          headers: [HTTPHeader("X-Auth-Token", "secret")]
        )
        let error = try #require(await transport.failure(of: request))
        #expect(error.kind == .connectionFailed)
        #expect(error.detail.contains("403"))
        #expect(
          error.proxy
            == HTTPProxy(
              "http://127.0.0.1:\(server.port)",
              variable: "HTTPS_PROXY",
              refusedTunnel: 403
            )
        )
        #expect(error.isBeforeSending)
        #expect(server.requests.joined().hasPrefix("CONNECT keystone.example:35357 HTTP/1.1\r\n"))
        #expect(!server.requests.joined().contains("X-Auth-Token"))
        #expect(transport.statistics.requestsSent == 0)
      }
    }
  }

  @Test func aProxyThatCannotBeUsedIsNamedWithoutItsPassword() async {
    await #expect(processExitsWith: .success) {
      clearProxies()
      let cases: [(proxy: String, kind: TransportError.Kind, named: String)] = [
        ("http://me:secret@proxy.onion:3128", .proxyNameNotResolved, "http://proxy.onion:3128"),
        ("http://me:secret@127.0.0.1:1", .connectionFailed, "http://127.0.0.1:1"),
        ("me:secret@127.0.0.1:1", .connectionFailed, "127.0.0.1:1"),
        ("http://me:secret@127.0.0.1:port", .proxyNameNotResolved, "http://127.0.0.1:port"),
        ("ldap://me:secret@127.0.0.1", .connectionFailed, "ldap://127.0.0.1"),
      ]
      for (proxy, kind, named) in cases {
        setenv("http_proxy", proxy, 1)
        let transport = try CurlTransport()
        let request = HTTPRequest(.post, url: "http://keystone.example/")
        let error = try #require(await transport.failure(of: request))
        #expect(error.kind == kind)
        #expect(error.proxy?.address == named)
        #expect(error.proxy?.variable == "http_proxy")
        #expect(!"\(error)".contains("secret"))
        #expect(error.isBeforeSending)
        transport.shutdown()
      }
    }
  }
}

/// Forgets the proxies of whoever runs the tests.
private func clearProxies() {
  for name in ["http_proxy", "https_proxy", "all_proxy", "no_proxy"] {
    unsetenv(name)
    unsetenv(name.uppercased())
  }
}
