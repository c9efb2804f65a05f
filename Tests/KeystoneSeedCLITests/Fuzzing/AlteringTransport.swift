import FuzzSupport
import KeystoneClient
import TestSupport

/// Carries requests to a server and changes some of the answers on their way back.
actor AlteringTransport: HTTPTransport {
  /// Which answers are changed, and how.
  enum Kind: Sendable {
    /// One in that many, in any way.
    case some(oneIn: Int)
    /// All to GET requests of a path that ends like this, so that no success is left of them.
    case every(of: String)
  }

  private let transport: any HTTPTransport
  private let kind: Kind
  private let secrets: [String]
  private var generator: SeededGenerator

  init(_ transport: any HTTPTransport, _ kind: Kind, secrets: [String], seed: Int) {
    self.transport = transport
    self.kind = kind
    self.secrets = secrets
    generator = SeededGenerator(seed: seed)
  }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let response = try await transport.send(request.withoutSink())
    let answer = WireAnswer(
      status: response.status,
      headers: response.headers.map { ($0.name, $0.value) },
      body: response.body
    )
    let changed: WireAnswer
    switch kind {
    case .some(let count):
      guard generator.oneIn(count) else { return response }
      if generator.oneIn(6) { throw TransportError(.emptyReply) }
      changed =
        generator.oneIn(4)
        ? TalkativeServer.answer(
          to: (request.headers.map(\.value), request.body ?? []),
          secrets: secrets,
          using: &generator
        )
        : generator.pick(AnswerMutation.allCases).apply(to: answer, using: &generator)
    case .every(let path):
      guard request.method == .get, request.url.hasSuffix(path) else { return response }
      changed = generator.pick(AnswerMutation.fatal)
        .apply(to: answer, using: &generator, fatally: true)
    }
    return HTTPResponse(
      status: changed.status,
      headers: changed.headers.map { HTTPHeader($0.name, $0.value) },
      body: changed.body
    )
  }
}
