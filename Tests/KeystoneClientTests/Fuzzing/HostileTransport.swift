import FuzzSupport
import KeystoneClient
import TestSupport

/// A stand-in for a server that answers whatever it is asked with recorded answers, changed.
actor HostileTransport: HTTPTransport {
  private var generator: SeededGenerator
  private let secrets: [String]
  private let answers: [WireAnswer]
  private(set) var requests: [HTTPRequest] = []

  init(
    seed: Int,
    secrets: [String],
    answers: [WireAnswer] = RecordedAnswer.all.map { WireAnswer($0) }
  ) {
    generator = SeededGenerator(seed: seed)
    self.secrets = secrets
    self.answers = answers
  }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    requests.append(request)
    if generator.oneIn(12) { throw TransportError(.truncatedBody, detail: "\u{1B}[31mcut off") }
    var answer = generator.pick(answers)
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
