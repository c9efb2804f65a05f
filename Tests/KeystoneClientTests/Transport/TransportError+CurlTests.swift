import KeystoneClient
import Testing

/// Bad weather: what a server can do instead of answering, and what the caller is told.
struct TransportErrorCurlTests {
  struct Weather: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let kind: TransportError.Kind
    let script: ScriptedServer.Script

    init(
      _ description: String,
      _ kind: TransportError.Kind,
      _ script: @escaping ScriptedServer.Script
    ) {
      testDescription = description
      self.kind = kind
      self.script = { connection in
        connection.readRequest()
        script(connection)
      }
    }
  }

  static let weather = [
    Weather("closed without an answer", .emptyReply) { _ in },
    Weather("reset without an answer", .connectionLost) { $0.reset() },
    Weather("closed within the status line", .emptyReply) { $0.write("HTTP/1.1 20") },
    Weather("closed within the headers", .connectionLost) {
      $0.write("HTTP/1.1 200 OK\r\nContent-Le")
    },
    Weather("closed after the status line", .connectionLost) {
      $0.write("HTTP/1.1 204 No Content\r\n")
    },
    Weather("closed between two headers", .connectionLost) {
      $0.write("HTTP/1.1 200 OK\r\nVary: A\r\n")
    },
    Weather("closed between two headers, a length announced", .truncatedBody) {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n")
    },
    Weather("closed after a 100 Continue", .emptyReply) {
      $0.write("HTTP/1.1 100 Continue\r\n\r\n")
    },
    Weather("reset within the headers", .connectionLost) {
      $0.write("HTTP/1.1 200 OK\r\nContent-Le")
      $0.reset()
    },
    Weather("body shorter than announced", .truncatedBody) {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\"")
    },
    Weather("chunked body cut off", .truncatedBody) {
      $0.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")
    },
    Weather("chunked body without its end", .truncatedBody) {
      $0.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n")
    },
    Weather("a chunk size that is none", .connectionLost) {
      $0.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nab\r\n")
    },
    Weather("reset within the body", .connectionLost) {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{")
      $0.reset()
    },
    Weather("not HTTP at all", .protocolViolation) { $0.write("SSH-2.0-OpenSSH_6.6\r\n") },
    Weather("a length that is no number", .protocolViolation) {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n0123456789")
    },
    Weather("a negative length", .protocolViolation) {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\n{}")
    },
    Weather("not gzip though it says so", .protocolViolation) {
      $0.answer("plain text", headers: "Content-Encoding: gzip\r\n")
    },
    Weather("an encoding that nobody knows", .protocolViolation) {
      $0.answer("plain text", headers: "Content-Encoding: x-rot13\r\n")
    },
    Weather("a body without end", .answerTooLarge) {
      $0.write("HTTP/1.1 200 OK\r\n\r\n")
      while $0.write([UInt8](repeating: 0x20, count: 10_000)) {}
    },
    Weather("headers without end", .answerTooLarge) {
      $0.write("HTTP/1.1 200 OK\r\n")
      while $0.write("X-More: and more\r\n") {}
    },
    Weather("one header line without end", .answerTooLarge) {
      $0.write("HTTP/1.1 200 OK\r\nX-More: ")
      while $0.write([UInt8](repeating: 0x61, count: 10_000)) {}
    },
    Weather("interim answers without end", .answerTooLarge) {
      while $0.write("HTTP/1.1 100 Continue\r\n\r\n") {}
    },
    Weather("trailers without end", .answerTooLarge) {
      $0.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n")
      while $0.write("X-More: and more\r\n") {}
    },
  ]

  @Test(arguments: weather)
  func badWeatherHasAName(_ weather: Weather) async throws {
    var configuration = CurlConfiguration.direct
    configuration.maximumBodySize = 100_000
    try await withServer(weather.script, configuration: configuration) { server, transport in
      let failure = await transport.failure(
        of: HTTPRequest(.post, url: server.url(), body: [0x7B, 0x7D])
      )
      let error = try #require(failure)
      #expect(error.kind == weather.kind, "\(error)")
      #expect(!error.detail.isEmpty)
      #expect((error.kind == .answerTooLarge) == (error.detail == "broken off at a limit"))
      #expect(!error.isBeforeSending)
      #expect(error.proxy == nil)
      #expect(server.requests.count == 1)
    }
  }
}
