import CurlHTTP
import ServerSupport
import Testing

/// What a server can do instead of answering, and what the caller is told.
struct TransportErrorCurlTests {
  struct BrokenAnswer: Sendable, CustomTestStringConvertible {
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

  static let brokenAnswers = [
    BrokenAnswer("closed without an answer", .emptyReply) { _ in },
    BrokenAnswer("reset without an answer", .connectionLost) { $0.reset() },
    BrokenAnswer("closed within the status line", .emptyReply) { $0.write("HTTP/1.1 20") },
    BrokenAnswer("closed within the headers", .connectionLost) {
      $0.write("HTTP/1.1 200 OK\r\nContent-Le")
    },
    BrokenAnswer("closed after the status line", .connectionLost) {
      $0.write("HTTP/1.1 204 No Content\r\n")
    },
    BrokenAnswer("closed between two headers", .connectionLost) {
      $0.write("HTTP/1.1 200 OK\r\nVary: A\r\n")
    },
    BrokenAnswer("closed between two headers, a length announced", .truncatedBody) {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n")
    },
    BrokenAnswer("closed after a 100 Continue", .emptyReply) {
      $0.write("HTTP/1.1 100 Continue\r\n\r\n")
    },
    BrokenAnswer("reset within the headers", .connectionLost) {
      $0.write("HTTP/1.1 200 OK\r\nContent-Le")
      $0.reset()
    },
    BrokenAnswer("body shorter than announced", .truncatedBody) {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\"")
    },
    BrokenAnswer("chunked body cut off", .truncatedBody) {
      $0.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")
    },
    BrokenAnswer("chunked body without its end", .truncatedBody) {
      $0.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n")
    },
    BrokenAnswer("a chunk size that is none", .connectionLost) {
      $0.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nab\r\n")
    },
    BrokenAnswer("reset within the body", .connectionLost) {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{")
      $0.reset()
    },
    BrokenAnswer("not HTTP at all", .protocolViolation) { $0.write("SSH-2.0-OpenSSH_6.6\r\n") },
    BrokenAnswer("a length that is no number", .protocolViolation) {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n0123456789")
    },
    BrokenAnswer("a negative length", .protocolViolation) {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\n{}")
    },
    BrokenAnswer("not gzip though it says so", .protocolViolation) {
      $0.answer("plain text", headers: "Content-Encoding: gzip\r\n")
    },
    BrokenAnswer("an encoding that nobody knows", .protocolViolation) {
      $0.answer("plain text", headers: "Content-Encoding: x-rot13\r\n")
    },
    BrokenAnswer("a body without end", .answerTooLarge) {
      $0.write("HTTP/1.1 200 OK\r\n\r\n")
      while $0.write([UInt8](repeating: 0x20, count: 10_000)) {}
    },
    BrokenAnswer("headers without end", .answerTooLarge) {
      $0.write("HTTP/1.1 200 OK\r\n")
      while $0.write("X-More: and more\r\n") {}
    },
    BrokenAnswer("one header line without end", .answerTooLarge) {
      $0.write("HTTP/1.1 200 OK\r\nX-More: ")
      while $0.write([UInt8](repeating: 0x61, count: 10_000)) {}
    },
    BrokenAnswer("interim answers without end", .answerTooLarge) {
      while $0.write("HTTP/1.1 100 Continue\r\n\r\n") {}
    },
    BrokenAnswer("trailers without end", .answerTooLarge) {
      $0.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n")
      while $0.write("X-More: and more\r\n") {}
    },
  ]

  @Test(arguments: brokenAnswers)
  func eachHasAName(_ answer: BrokenAnswer) async throws {
    var configuration = CurlConfiguration.direct
    configuration.maximumBodySize = 100_000
    try await withServer(answer.script, configuration: configuration) { server, transport in
      let failure = await transport.failure(
        of: HTTPRequest(.post, url: server.url(), body: [0x7B, 0x7D])
      )
      let error = try #require(failure)
      #expect(error.kind == answer.kind, "\(error)")
      #expect(!error.detail.isEmpty)
      #expect((error.kind == .answerTooLarge) == (error.detail == "broken off at a limit"))
      #expect(!error.isBeforeSending)
      #expect(error.proxy == nil)
      #expect(server.requests.count == 1)
    }
  }
}
