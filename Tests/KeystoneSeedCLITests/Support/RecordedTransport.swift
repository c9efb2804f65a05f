import KeystoneClient
import Synchronization

/// A stand-in for a server that gives the same answers whenever it is asked.
final class RecordedTransport: HTTPTransport {
  /// One request below `/v2.0` or `/v3`, and its answer.
  struct Exchange: Decodable, Sendable {
    var method = "GET"
    let path: String
    var status = 200
    let body: String

    init(_ path: String, _ body: String, method: String = "GET", status: Int = 200) {
      self.path = path
      self.body = body
      self.method = method
      self.status = status
    }
  }

  private let exchanges: [Exchange]
  private let sent = Mutex<[String]>([])

  init(_ exchanges: [Exchange]) {
    self.exchanges = exchanges
  }

  /// The requests so far, as `METHOD PATH`.
  var requests: [String] { sent.withLock { $0 } }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let version = request.url.contains("/v3/") ? "/v3" : "/v2.0"
    let path = request.url.split(separator: version, maxSplits: 1).last.map(String.init) ?? ""
    let method = request.method.rawValue
    sent.withLock { $0.append("\(method) \(path)") }
    let exchange = exchanges.last { $0.method == method && $0.path == path }
    return HTTPResponse(
      status: exchange?.status ?? 404,
      headers: [HTTPHeader("Content-Type", "application/json")],
      body: Array((exchange?.body ?? Self.notFound).utf8)
    )
  }

  private static let notFound =
    #"{"error":{"code":404,"title":"Not Found","message":"Could not find it."}}"#
}
