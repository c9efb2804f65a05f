import KeystoneClient

/// A stand-in for a server that many ask at once: answers by request, and not at once.
actor CrowdTransport: HTTPTransport {
  private let answer: @Sendable (HTTPRequest, _ logins: Int) -> HTTPResponse
  private(set) var logins = 0
  private(set) var others = 0

  /// Takes what to answer, given a request and the number of logins so far, this one included.
  init(_ answer: @escaping @Sendable (HTTPRequest, _ logins: Int) -> HTTPResponse) {
    self.answer = answer
  }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    if request.url.hasSuffix("/tokens") { logins += 1 } else { others += 1 }
    let response = answer(request, logins)
    for _ in 0..<50 { await Task.yield() }
    return response
  }
}
