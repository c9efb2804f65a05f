import CurlHTTP
import Glibc
import ServerSupport
import Testing

/// Time-outs and TLS.
struct CurlOptionsTests {
  private static func configuration(
    _ change: (inout CurlConfiguration) -> Void
  ) -> CurlConfiguration {
    var configuration = CurlConfiguration.direct
    change(&configuration)
    return configuration
  }

  /// A script that answers the first request, so that the second finds a connection, and then
  /// does something else.
  private static func afterFirst(
    _ script: @escaping ScriptedServer.Script
  ) -> ScriptedServer.Script {
    { connection in
      connection.readRequest()
      connection.answer()
      connection.readRequest()
      script(connection)
    }
  }

  static let delays: [ScriptedServer.Script] = [
    { $0.awaitClose() },
    { connection in
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n")
      connection.awaitClose()
    },
    { connection in
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
      while connection.write(" ") { usleep(20_000) }
    },
  ]

  @Test(arguments: delays.indices)
  func anAnswerThatTakesTooLongIsGivenUp(_ index: Int) async throws {
    try await withServer(Self.afterFirst(Self.delays[index])) { server, transport in
      var request = HTTPRequest(.post, url: server.url(), body: Array("{}".utf8))
      _ = try await transport.send(request)

      // Of the second alone, and long enough for a busy machine to read what was sent.
      request.timeout = .seconds(1)
      let error = try #require(await transport.failure(of: request))

      #expect(error.kind == .timedOut)
      #expect(!error.isBeforeSending)
      #expect(server.requests.count == 2)
    }
  }

  @Test(
    arguments: [
      configuration { $0.connectTimeout = .milliseconds(200) },
      configuration { $0.timeout = .milliseconds(200) },
      configuration { $0.connectTimeout = .zero },
    ]
  )
  func aConnectionThatTakesTooLongIsGivenUp(_ configuration: CurlConfiguration) async throws {
    // The queue of a socket that nobody accepts from holds one connection, then SYNs are dropped.
    let listener = try ListeningSocket(backlog: 0)
    let plug = try listener.connect()
    defer { close(plug) }
    let transport = try CurlTransport(configuration: configuration)
    defer { transport.shutdown() }

    let request = HTTPRequest(.post, url: "http://127.0.0.1:\(listener.port)/", body: [1])
    let error = try #require(await transport.failure(of: request))

    #expect(error.kind == .connectTimedOut)
    #expect(error.isBeforeSending)
  }

  @Test func aHandshakeThatTakesTooLongIsGivenUp() async throws {
    let configuration = Self.configuration { $0.connectTimeout = .milliseconds(200) }
    try await withServer({ $0.awaitClose() }, configuration: configuration) { server, transport in
      let url = "https://127.0.0.1:\(server.port)/"
      let error = try #require(await transport.failure(of: HTTPRequest(.get, url: url)))
      #expect(error.kind == .connectTimedOut)
    }
  }

  @Test func aServerWithoutTLSFailsTheHandshake() async throws {
    try await withServer { connection in
      connection.write("HTTP/1.1 400 Bad Request\r\n\r\n")
    } _: { server, transport in
      let url = "https://127.0.0.1:\(server.port)/"
      let error = try #require(await transport.failure(of: HTTPRequest(.get, url: url)))
      #expect(error.kind == .tlsFailed)
      #expect(error.tls == .notTLS)
      #expect(error.isBeforeSending)
    }
  }

  @Test(arguments: [true, false])
  func aHandshakeThatIsBrokenOffIsToldFromAWrongCertificate(isReset: Bool) async throws {
    try await withServer { connection in
      // The first byte of the client's hello.
      connection.read(1)
      if isReset { connection.reset() }
    } _: { server, transport in
      let url = "https://127.0.0.1:\(server.port)/"
      let error = try #require(await transport.failure(of: HTTPRequest(.get, url: url)))
      #expect(error.kind == .tlsFailed)
      #expect(error.tls == .brokenOff, "\(error)")
    }
  }

  @Test(
    arguments: [
      ("http://127.0.0.1:1/", TransportError.Kind.connectionFailed),
      // Refused without asking a name server, by RFC 7686 and because of its length.
      ("http://keystone.onion/", .nameNotResolved),
      ("http://\(String(repeating: "x", count: 64)).invalid/", .nameNotResolved),
    ]
  )
  func aServerThatCannotBeReachedHasAName(
    _ url: String,
    _ kind: TransportError.Kind
  ) async throws {
    let transport = try CurlTransport(configuration: .direct)
    defer { transport.shutdown() }
    let error = try #require(await transport.failure(of: HTTPRequest(.post, url: url)))
    #expect(error.kind == kind)
    #expect(error.isBeforeSending)
    #expect(!error.detail.isEmpty)
  }

  @Test(
    arguments: [
      configuration { $0.caFile = "/nonexistent/ca.pem" },
      configuration { $0.clientCertificate = "/nonexistent/client.pem" },
    ]
  )
  func aFileThatIsNotThereIsNamed(_ configuration: CurlConfiguration) async throws {
    try await withServer({ $0.awaitClose() }, configuration: configuration) { server, transport in
      let url = "https://127.0.0.1:\(server.port)/"
      let error = try #require(await transport.failure(of: HTTPRequest(.get, url: url)))
      #expect(error.kind == .tlsConfiguration)
      #expect(error.detail.contains("/nonexistent/") || configuration.caFile == nil, "\(error)")
      // Over plain HTTP it does not matter.
    }
  }

  @Test(.enabled(if: OpenSSL.isInstalled, "needs the openssl command"))
  func aCertificateIsHeldAgainstTheAuthorityAndTheHostName() async throws {
    try await OpenSSL.use { openssl in
      try openssl.makeCertificate("authority")
      try openssl.makeCertificate("stranger")
      try openssl.makeCertificate("server", for: "IP:127.0.0.1", by: "authority")
      try openssl.makeCertificate("elsewhere", for: "DNS:keystone.example", by: "authority")
      let authority = openssl.path("authority.pem")
      let cases: [(certificate: String, kind: TransportError.Kind?, CurlConfiguration)] = [
        ("server", nil, Self.configuration { $0.caFile = authority }),
        ("server", .tlsFailed, .direct),
        ("server", .tlsFailed, Self.configuration { $0.caFile = openssl.path("stranger.pem") }),
        ("server", nil, Self.configuration { $0.isVerificationDisabled = true }),
        ("elsewhere", .tlsFailed, Self.configuration { $0.caFile = authority }),
        ("elsewhere", nil, Self.configuration { $0.isVerificationDisabled = true }),
        (
          "server", .tlsConfiguration, Self.configuration { $0.caFile = openssl.path("server.key") }
        ),
      ]
      for (certificate, kind, configuration) in cases {
        try await openssl.withServer(certificate) { port in
          let transport = try CurlTransport(configuration: configuration)
          defer { transport.shutdown() }
          let request = HTTPRequest(.get, url: "https://127.0.0.1:\(port)/")
          let error = await transport.failure(of: request)
          #expect(error?.kind == kind, "\(certificate) \(configuration)")
          #expect(error?.isBeforeSending != false)
        }
      }
    }
  }

  @Test(.enabled(if: OpenSSL.isInstalled, "needs the openssl command"))
  func tlsOlderThanOnePointTwoIsRefused() async {
    await #expect(processExitsWith: .success) {
      try await OpenSSL.use { openssl in
        // The system's configuration may refuse it already, so this process has its own.
        setenv("OPENSSL_CONF", try openssl.makeLaxConfiguration(), 1)
        try openssl.makeCertificate("server", for: "IP:127.0.0.1")
        for (version, kind) in [("-tls1_1", TransportError.Kind.tlsFailed), ("-tls1_2", nil)] {
          try await openssl.withServer("server", [version]) { port in
            var configuration = CurlConfiguration.direct
            configuration.isVerificationDisabled = true
            let transport = try CurlTransport(configuration: configuration)
            defer { transport.shutdown() }
            let request = HTTPRequest(.get, url: "https://127.0.0.1:\(port)/")
            let error = await transport.failure(of: request)
            #expect(error?.kind == kind)
          }
        }
      }
    }
  }

  @Test(.enabled(if: OpenSSL.isInstalled, "needs the openssl command"), arguments: ["1_2", "1_3"])
  func aClientCertificateIsShownWhereOneIsAskedFor(_ version: String) async throws {
    try await OpenSSL.use { openssl in
      try openssl.makeCertificate("authority")
      try openssl.makeCertificate("server", for: "IP:127.0.0.1", by: "authority")
      try openssl.makeCertificate("client", for: "DNS:client", by: "authority")
      try openssl.makeCertificate("stranger", for: "DNS:client")
      let options = [
        "-Verify", "1", "-verify_return_error", "-CAfile", openssl.path("authority.pem"),
        "-tls\(version)",
      ]
      let cases: [(certificate: String?, kind: TransportError.Kind?)] = [
        ("client", nil), (nil, .tlsFailed), ("stranger", .tlsFailed),
      ]
      for (certificate, kind) in cases {
        try await openssl.withServer("server", options) { port in
          let transport = try CurlTransport(
            configuration: Self.configuration {
              $0.caFile = openssl.path("authority.pem")
              $0.clientCertificate = certificate.map { openssl.path("\($0).pem") }
              $0.clientKey = certificate.map { openssl.path("\($0).key") }
            }
          )
          defer { transport.shutdown() }
          let request = HTTPRequest(.get, url: "https://127.0.0.1:\(port)/")
          let error = await transport.failure(of: request)
          #expect(error?.kind == kind, "\(certificate ?? "none"): \(error?.detail ?? "")")
          #expect(error?.isBeforeSending != false)
        }
      }
    }
  }
}
