import Convergence
import KeystoneClient
import Texts

@testable import IdentityBackends

/// A stand-in for a server: gives the answers it was told, in order, and keeps the requests.
actor ScriptedTransport: HTTPTransport {
  private var answers: [(status: Int, body: String)]
  /// What was sent, one line a request: method, path and body.
  private(set) var lines: [String] = []

  init(_ answers: (status: Int, body: String)...) {
    self.answers = answers
  }

  init(_ answers: [(status: Int, body: String)]) {
    self.answers = answers
  }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let path = String(request.url.dropFirst("http://keystone".count))
    let body = request.body.map { " " + String(decoding: $0, as: UTF8.self) } ?? ""
    lines.append(request.method.rawValue + " " + path + body)
    guard !answers.isEmpty else { throw TransportError(.other, detail: "the script has ended") }
    let answer = answers.removeFirst()
    let headers = [HTTPHeader("Content-Type", "application/json")]
    return HTTPResponse(status: answer.status, headers: headers, body: Array(answer.body.utf8))
  }
}

extension V2Backend {
  /// A backend with Keystone's admin token.
  static func make(_ transport: ScriptedTransport) -> V2Backend {
    let client = KeystoneClient(
      endpoint: "http://keystone/v2.0",
      authentication: .token(Secret("ADMIN")),
      transport: transport
    )
    return V2Backend(client: client)
  }
}
