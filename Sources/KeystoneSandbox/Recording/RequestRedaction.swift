/// Takes the secrets out of a request: tokens and passwords, wherever the API carries them.
enum RequestRedaction {
  static let mark = "(sensitive)"

  private static let secretHeaders: Set<String> = [
    "x-auth-token", "x-subject-token", "authorization", "proxy-authorization", "cookie",
  ]
  private static let secretKeys: Set<String> = [
    "password", "original_password", "OS-KSADM:password", "OS_KSADM_password", "token", "secret",
  ]

  /// The request as one line of JSON; a body that is not JSON is left out, but for its length.
  static func line(_ request: RecordedRequest) -> String {
    let headers = request.headers.map { header -> (String, JSONValue) in
      let secret = secretHeaders.contains(header.name.lowercased())
      return (header.name, .string(secret ? mark : header.value))
    }
    return JSONWriter.text(of: [
      "sequence": .number(String(request.sequence)),
      "connection": .number(String(request.connection)),
      "app": .string(request.app.rawValue),
      "method": .string(request.method),
      "target": .string(target(request.target)),
      "headers": .object(JSONObject(headers)),
      "bodyLength": .number(String(request.body.utf8.count)),
      "body": body(request.body),
    ])
  }

  /// The path and query with a token's id in `/tokens/{id}` taken out.
  static func target(_ target: String) -> String {
    var parts = target.split(separator: "/", omittingEmptySubsequences: false)
    for index in parts.indices.dropFirst() where parts[index - 1] == "tokens" {
      let query = parts[index].drop { $0 != "?" }
      if parts[index].first != "?", !parts[index].isEmpty {
        parts[index] = mark + query
      }
    }
    return parts.joined(separator: "/")
  }

  private static func body(_ text: String) -> JSONValue {
    do {
      return redacted(try JSONParser.parse(Array(text.utf8)))
    } catch {
      return .null
    }
  }

  private static func redacted(_ value: JSONValue) -> JSONValue {
    switch value {
    case .null, .bool, .number, .string:
      value
    case .array(let elements):
      .array(elements.map(redacted))
    case .object(let object):
      .object(
        JSONObject(
          object.members.map { key, value in
            (key, secretKeys.contains(key) ? .string(mark) : redacted(value))
          }
        )
      )
    }
  }
}
