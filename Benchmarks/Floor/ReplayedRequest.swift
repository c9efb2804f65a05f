import KeystoneClient

/// A request as it is written in a file of requests.
struct ReplayedRequest: Sendable {
  let name: String
  let method: HTTPRequest.Method
  /// What it waits for, by name.
  let needs: [String]
  private let path: Template
  private let body: Template?

  /// Reads a line; nil where it is not one of a request.
  init?(_ line: String) {
    let fields = line.split(separator: "\t", maxSplits: 4, omittingEmptySubsequences: false)
    guard fields.count >= 4, let method = HTTPRequest.Method(rawValue: String(fields[1])) else {
      return nil
    }
    name = String(fields[0])
    self.method = method
    path = Template(fields[2])
    needs = fields[3].split(separator: ",").map(String.init)
    body = fields.count == 5 && !fields[4].isEmpty ? Template(fields[4]) : nil
  }

  /// The request, with the IDs that answers gave, and the token where there is one yet.
  func request(base: String, token: String?, ids: [String: String]) -> HTTPRequest {
    var headers = token.map { [HTTPHeader("X-Auth-Token", $0)] } ?? []
    if body != nil { headers.append(HTTPHeader("Content-Type", "application/json")) }
    return HTTPRequest(
      method,
      url: base + path.filled(ids),
      headers: headers,
      body: body.map { Array($0.filled(ids).utf8) }
    )
  }
}

/// A text with `{NAME}` in it, of names that have an ID; other braces stand for themselves.
struct Template: Sendable {
  private let pieces: [Substring]

  init(_ text: Substring) {
    pieces = text.split(separator: "{", omittingEmptySubsequences: false)
  }

  func filled(_ ids: [String: String]) -> String {
    var text = String(pieces.first ?? "")
    for piece in pieces.dropFirst() {
      if let end = piece.firstIndex(of: "}"), let id = ids[String(piece[..<end])] {
        text += id + piece[piece.index(after: end)...]
      } else {
        text += "{" + piece
      }
    }
    return text
  }
}
