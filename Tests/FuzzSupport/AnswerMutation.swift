package import TestSupport

/// An answer of a server as it is on the wire.
package struct WireAnswer: Sendable {
  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]

  package init(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  package init(_ recorded: RecordedAnswer) {
    status = recorded.status
    headers = [("Content-Type", recorded.contentType), ("Vary", "X-Auth-Token")]
    body = Array(recorded.body.utf8)
  }
}

/// What a proxy, a dying server or a hostile one may make of an answer.
package enum AnswerMutation: CaseIterable, Sendable {
  case status
  case header
  case bytes
  case json
  case html
  case empty
  case truncation

  /// Those that leave no answer that is a success with a document.
  package static let fatal: [AnswerMutation] = [.status, .html, .empty, .truncation]

  private static let statuses = [
    100, 199, 201, 203, 204, 206, 299, 300, 301, 302, 304, 307, 308, 400, 401, 403, 404, 405, 408,
    409, 413, 418, 429, 499, 500, 501, 502, 503, 504, 599, 600, 999, 0, -1,
  ]
  private static let fatalStatuses = [400, 403, 408, 413, 429, 500, 501, 502, 503, 504, 599]
  private static let headers: [(name: String, value: String)] = [
    ("Location", "http://203.0.113.66/v2.0/users"), ("Location", "//203.0.113.66/"),
    ("Location", "/v2.0/users"), ("Location", ""), ("Location", "\u{1B}[31m"),
    ("Location", "http://127.0.0.1:35357@203.0.113.66/"), ("Retry-After", "\u{1B}[2J"),
    ("Retry-After", "99999999999999999999"), ("Content-Type", "text/html"),
    ("Content-Type", ""), ("Content-Type", "application/json; charset=utf-16"),
    ("Set-Cookie", "session=hidden"), ("WWW-Authenticate", "Basic realm=\"\u{1B}]0;x\u{7}\""),
    ("X-\u{1B}[31m", "\u{9B}31m"),
  ]
  private static let page =
    "<html><head><title>\u{1B}]0;owned\u{7}</title></head><body>Sign in</body></html>"

  /// The answer, changed.
  package func apply(
    to answer: WireAnswer,
    using generator: inout SeededGenerator,
    fatally: Bool = false
  ) -> WireAnswer {
    var answer = answer
    switch self {
    case .status:
      answer.status = generator.pick(fatally ? Self.fatalStatuses : Self.statuses)
      // A redirect leads somewhere, as a rule away.
      if (300...308).contains(answer.status) {
        answer.headers.append(generator.pick(Array(Self.headers.prefix(6))))
      }
    case .header: answer.headers.insert(generator.pick(Self.headers), at: 0)
    case .bytes:
      answer.body = generator.pick(ByteMutation.allCases).apply(to: answer.body, using: &generator)
    case .json: answer.body = JSONMutation.apply(to: answer.body, using: &generator)
    case .html:
      answer.headers = [("Content-Type", generator.oneIn(2) ? "text/html" : "application/json")]
      answer.body = Array(Self.page.utf8)
    case .empty: answer.body = []
    case .truncation:
      answer.body.removeLast(
        min(answer.body.count, generator.number(1...max(1, answer.body.count)))
      )
    }
    return answer
  }
}
