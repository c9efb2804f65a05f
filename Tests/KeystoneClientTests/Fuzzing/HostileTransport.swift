import FuzzSupport
import KeystoneClient
import TestSupport

/// A stand-in for a server that answers whatever it is asked with recorded answers, changed.
actor HostileTransport: HTTPTransport {
  private var generator: SeededGenerator
  private let secrets: [String]
  private(set) var requests: [HTTPRequest] = []

  init(seed: Int, secrets: [String]) {
    generator = SeededGenerator(seed: seed)
    self.secrets = secrets
  }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    requests.append(request)
    if generator.oneIn(12) { throw TransportError(.truncatedBody, detail: "\u{1B}[31mcut off") }
    var answer = WireAnswer(generator.pick(RecordedAnswer.all))
    if generator.oneIn(5) {
      answer = TalkativeServer.answer(
        to: (request.headers.map(\.value), request.body ?? []),
        secrets: secrets,
        using: &generator
      )
    } else {
      for _ in 0..<generator.number(0...3) {
        answer = generator.pick(AnswerMutation.allCases).apply(to: answer, using: &generator)
      }
    }
    return HTTPResponse(
      status: answer.status,
      headers: answer.headers.map { HTTPHeader($0.name, $0.value) },
      body: answer.body
    )
  }
}
