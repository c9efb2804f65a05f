import Convergence
import KeystoneClient

/// A transport whose requests are seen: how long they take, who answers, how much time there is.
struct WatchedTransport: HTTPTransport {
  let transport: any HTTPTransport
  let line: WaitingLine
  /// Told of each server that answers anything but that it, or what is behind it, is out of order.
  var onAnswer: @Sendable (_ server: String) -> Void = { _ in }

  var store: TransportStore? { transport.store }
  var executor: (any TaskExecutor)? { transport.executor }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    var request = request
    if let timeLeft = TimeBudget.timeLeft {
      request.timeout = min(timeLeft, request.timeout ?? timeLeft)
    }
    let server = request.server ?? ""
    let id = line.begin(server)
    defer { line.end(id) }
    let response = try await transport.send(request)
    if response.status < 500 { onAnswer(server) }
    return response
  }
}
