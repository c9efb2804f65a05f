import KeystoneClient

/// Gives some answers in the place of a server, which is asked for all others.
struct StagedAnswers: HTTPTransport {
  let transport: any HTTPTransport
  /// The answer to a request, nil where the server gives it.
  let answer: @Sendable (HTTPRequest) -> (status: Int, body: String)?

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    guard let staged = answer(request) else { return try await transport.send(request) }
    return HTTPResponse(
      status: staged.status,
      headers: [HTTPHeader("Content-Type", "application/json")],
      body: Array(staged.body.utf8)
    )
  }
}
