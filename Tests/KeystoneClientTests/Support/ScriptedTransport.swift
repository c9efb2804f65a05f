import KeystoneClient

/// A stand-in for a server: gives the answers it was told, in order, and keeps the requests.
actor ScriptedTransport: HTTPTransport {
  typealias Outcome = Result<HTTPResponse, TransportError>

  private var script: [Outcome]
  private(set) var requests: [HTTPRequest] = []

  init(_ script: [Outcome]) {
    self.script = script
  }

  init(_ responses: HTTPResponse...) {
    script = responses.map { .success($0) }
  }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    requests.append(request)
    guard !script.isEmpty else { throw TransportError(.other, detail: "the script has ended") }
    return try script.removeFirst().get()
  }

  /// What was sent, one line a request: method, URL and body.
  var lines: [String] {
    requests.map { request in
      let body = request.body.map { " " + String(decoding: $0, as: UTF8.self) } ?? ""
      return "\(request.method.rawValue) \(request.url)\(body)"
    }
  }

  /// The tokens that were sent, nil where a request had none.
  var tokens: [String?] {
    requests.map { request in
      request.headers.first { $0.name == "X-Auth-Token" }?.value
    }
  }
}
