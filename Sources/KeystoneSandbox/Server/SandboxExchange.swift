import NIOCore
import NIOHTTP1

/// A request together with what its head says of the answer's form.
struct SandboxExchange: Sendable {
  let request: SandboxRequest
  let head: HTTPRequestHead

  /// HEAD gets the answer to GET without its body.
  var wantsBody: Bool { head.method != .HEAD }

  /// Whether the client may send a next request on this connection.
  var keepsAlive: Bool { head.isKeepAlive }

  /// The head of an answer; the length is always said.
  func head(of response: SandboxResponse) -> HTTPResponseHead {
    var headers = HTTPHeaders(response.headers.map { ($0.name, $0.value) })
    if response.status != 204 {
      headers.add(name: "Content-Length", value: String(response.body.count))
    }
    headers.add(name: "Connection", value: keepsAlive ? "keep-alive" : "close")
    return HTTPResponseHead(
      version: head.version,
      status: .custom(code: UInt(response.status), reasonPhrase: response.reason),
      headers: headers
    )
  }

  /// The head of an answer whose end nobody will see.
  var endlessHead: HTTPResponseHead {
    HTTPResponseHead(
      version: head.version,
      status: .ok,
      headers: ["Content-Type": "application/json", "Transfer-Encoding": "chunked"]
    )
  }
}

extension SandboxResponse {
  /// An answer that something in front of Keystone might give.
  static func fault(_ status: Int, _ contentType: String, _ body: [UInt8]) -> SandboxResponse {
    SandboxResponse(
      status: status,
      reason: HTTPResponseStatus(statusCode: status).reasonPhrase,
      headers: [Header("Content-Type", contentType)],
      body: body
    )
  }
}
