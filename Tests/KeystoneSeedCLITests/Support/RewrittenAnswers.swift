import KeystoneClient
import Synchronization

/// Changes what a server answers on its way, as a server would that is in another state.
final class RewrittenAnswers: HTTPTransport {
  private let transport: any HTTPTransport
  private let suffix: String
  private let rewrite: @Sendable (_ body: String, _ turn: Int) -> String
  private let turns = Mutex(0)

  /// - Parameters:
  ///   - transport: What carries the requests.
  ///   - suffix: How the address ends of the reads whose answers are changed.
  ///   - rewrite: Gives the body of the n-th such answer.
  init(
    _ transport: any HTTPTransport,
    to suffix: String,
    _ rewrite: @escaping @Sendable (_ body: String, _ turn: Int) -> String
  ) {
    self.transport = transport
    self.suffix = suffix
    self.rewrite = rewrite
  }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    var response = try await transport.send(request.withoutSink())
    guard request.method == .get, request.url.hasSuffix(suffix) else { return response }
    let turn = turns.withLock { turns in
      turns += 1
      return turns
    }
    response.body = Array(rewrite(String(decoding: response.body, as: UTF8.self), turn).utf8)
    return response
  }
}
