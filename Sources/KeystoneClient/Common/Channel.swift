/// The way to one base address: makes requests of calls, and answers or errors of what comes.
struct Channel: Sendable {
  private static let mostRedirects = 3

  let base: String
  /// The parts of the base address, which each request and each message needs.
  private let address: WebAddress?
  private let origin: String?
  let transport: any HTTPTransport
  private let memory: SecretMemory?
  /// The server whose catalog named the base address, where one did.
  var catalogServer: String?
  /// The most time that a request may take, where that is less than the transport's own time-out.
  var timeout: Duration?

  init(base: String, transport: any HTTPTransport, catalogServer: String? = nil) {
    self.base = base
    address = WebAddress(base)
    origin = address?.origin
    self.transport = transport
    memory = transport.memory
    self.catalogServer = catalogServer
  }

  /// Sends a call, with a token or without one, and passes any success.
  ///
  /// A redirect is followed for a GET to the same scheme, host and port only: to any other the
  /// token would be given away.
  ///
  /// - Parameters:
  ///   - call: What to send.
  ///   - token: What to send as `X-Auth-Token`.
  ///   - accepted: A status that is a success here beside those that always are.
  /// - Returns: The answer, its body not yet looked at.
  /// - Throws: ``KeystoneError`` for any other status, or none.
  func send(
    _ call: Call,
    token: Secret? = nil,
    accepting accepted: Int? = nil
  ) async throws(KeystoneError) -> Answer {
    var url = base + (try call.target())
    let summary = summary(of: call)
    let secrets = call.secrets + (token.map { [$0] } ?? [])
    memory?.remember(secrets)
    var redirects = 0
    while true {
      let response = try await exchange(call, url: url, token: token, summary: summary)
      var answered = summary
      answered.proxyVariable = response.proxyVariable
      let answer = Answer(response, to: answered, secrets: secrets, memory: memory)
      guard (301...308).contains(answer.status), answer.status != 304 else {
        if answer.status != accepted { try answer.checkStatus() }
        return answer
      }
      url = try answer.redirectTarget(from: url, mayFollow: redirects < Self.mostRedirects)
      redirects += 1
    }
  }

  private func exchange(
    _ call: Call,
    url: String,
    token: Secret?,
    summary: RequestSummary
  ) async throws(KeystoneError) -> HTTPResponse {
    var request = HTTPRequest(call.method, url: url)
    request.timeout = timeout
    request.sink = call.sink
    // A redirect stays on the same server.
    request.knownServer = summary.server
    if let token { request.headers.append(HTTPHeader("X-Auth-Token", token.exposed())) }
    if let header = call.header { request.headers.append(header) }
    if let body = call.body {
      request.headers.append(HTTPHeader("Content-Type", "application/json"))
      request.body = body.serializedBytes
    }
    do throws(TransportError) {
      return try await transport.send(request)
    } catch {
      throw KeystoneError(.transport(error), of: summary)
    }
  }

  private func summary(of call: Call) -> RequestSummary {
    guard let address, let origin else {
      return RequestSummary(
        method: call.method,
        path: call.shownPath,
        server: "(no http address)",
        catalogServer: catalogServer
      )
    }
    let path = address.target + call.shownPath
    return RequestSummary(
      method: call.method,
      path: path.isEmpty ? "/" : path,
      server: origin,
      catalogServer: catalogServer
    )
  }
}
