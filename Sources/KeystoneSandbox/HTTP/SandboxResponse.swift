/// One answer, apart from the socket that it leaves by.
struct SandboxResponse: Sendable, Equatable {
  /// One header line.
  struct Header: Sendable, Equatable {
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  var status: Int
  var reason: String
  var headers: [Header] = []
  /// The body; for HEAD it only tells the length.
  var body: [UInt8] = []

  /// A JSON document; the header `Vary` is Keystone's own habit.
  static func json(_ status: Int, _ reason: String, _ document: JSONObject) -> SandboxResponse {
    SandboxResponse(
      status: status,
      reason: reason,
      headers: [Header("Vary", "X-Auth-Token"), Header("Content-Type", "application/json")],
      body: JSONWriter.bytes(of: document)
    )
  }

  /// 200 and a document of another media type than plain JSON.
  static func home(_ document: JSONObject) -> SandboxResponse {
    SandboxResponse(
      status: 200,
      reason: "OK",
      headers: [Header("Vary", "X-Auth-Token"), Header("Content-Type", JSONHome.mediaType)],
      body: JSONWriter.bytes(of: document)
    )
  }

  /// 204, with neither body nor content type.
  static let noContent = SandboxResponse(
    status: 204,
    reason: "No Content",
    headers: [Header("Vary", "X-Auth-Token")]
  )

  /// What the filter in front of everything says while it lives, in the form that the client asked for
  /// (`oslo_middleware.healthcheck`): without one it is plain text, of which there is none.
  static func healthy(_ method: String, accept: String) -> SandboxResponse {
    guard method != "HEAD" else { return SandboxResponse(status: 204, reason: "No Content") }
    let isJSON = accept.hasPrefix("application/json")
    return SandboxResponse(
      status: 200,
      reason: "OK",
      headers: [Header("Content-Type", isJSON ? "application/json" : "text/plain; charset=UTF-8")],
      body: isJSON ? Array("{\n    \"detailed\": false,\n    \"reasons\": []\n}".utf8) : []
    )
  }

  /// What the filter for cross-origin requests says to every OPTIONS.
  static let options = SandboxResponse(status: 200, reason: "OK")

  /// The answer to a body over the limit, in the form that the client asked for.
  ///
  /// The filter that limits bodies knows nothing of Keystone's error document: its JSON has the
  /// status line as `code`, and without an `Accept` header it is plain text.
  ///
  /// The newest release forgets to put the limit into its words.
  static func tooLarge(
    accept: String,
    _ release: SandboxRelease = .pike
  ) -> SandboxResponse {
    let title = "413 Request Entity Too Large"
    let limit = release == .current ? "%s" : String(SandboxLimits.body)
    let text = "Request is too large. Larger than max_request_body_size (\(limit))."
    let html = text + "<br /><br />\n\n\n"
    let (type, body) =
      if accept.contains("html") || accept.contains("*/*") {
        (
          "text/html; charset=UTF-8",
          "<html>\n <head>\n  <title>\(title)</title>\n </head>\n <body>\n"
            + "  <h1>\(title)</h1>\n  \(html)\n </body>\n</html>"
        )
      } else if accept.contains("application/json") {
        (
          "application/json",
          JSONWriter.text(of: [
            "message": .string(html), "code": .string(title),
            "title": "Request Entity Too Large",
          ])
        )
      } else {
        ("text/plain; charset=UTF-8", "\(title)\n\n\(text)\n\n   ")
      }
    return SandboxResponse(
      status: 413,
      reason: "Request Entity Too Large",
      headers: [Header("Content-Type", type)],
      body: Array(body.utf8)
    )
  }
}
