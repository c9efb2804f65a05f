/// One request of the API before it has an address and a token.
struct Call {
  let method: HTTPRequest.Method
  /// The path below the base, one element a segment, not encoded.
  let path: [String]
  /// The query, in order, not encoded.
  var query: [(name: String, value: String)] = []
  /// The body; nil sends none, as GET, DELETE and the granting PUT must.
  var body: JSONValue?
  /// A header that the route asks for, beside those that each request has.
  var header: HTTPHeader?
  /// What the request says that no message may repeat.
  var secrets: [Secret] = []
  /// Who is to be given the answer's body while it arrives.
  var sink: (any HTTPBodySink)?

  init(
    _ method: HTTPRequest.Method,
    _ path: String...,
    query: [(name: String, value: String)] = [],
    body: JSONValue? = nil,
    secrets: [Secret] = []
  ) {
    self.init(method, path, query: query, body: body, secrets: secrets)
  }

  init(
    _ method: HTTPRequest.Method,
    _ path: [String],
    query: [(name: String, value: String)] = [],
    body: JSONValue? = nil,
    secrets: [Secret] = []
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.body = body
    self.secrets = secrets
  }

  /// The path and the query as they go on the wire.
  func target() throws(KeystoneError) -> String {
    var target = ""
    target.reserveCapacity(Self.usualLength)
    for segment in path {
      do throws(KeystoneError) {
        target += "/"
        target += try PathSegment.encoding(segment)
      } catch {
        throw secrets.contains(Secret(segment))
          ? KeystoneError(.unusableID(Redactor.mark)) : error
      }
    }
    for (index, item) in query.enumerated() {
      target += index == 0 ? "?" : "&"
      target += PathSegment.percentEncoded(item.name) + "="
      target += PathSegment.percentEncoded(item.value)
    }
    return target
  }

  /// How long a path with three IDs is, at most, so that it need not be copied while it grows.
  private static let usualLength = 160

  /// The path below the base address as messages show it; a token is part of a path below `/tokens`.
  var shownPath: String {
    var shown = ""
    shown.reserveCapacity(Self.usualLength)
    for (index, segment) in path.enumerated() {
      let isHidden =
        index == 1 && path[0] == "tokens"
        || !secrets.isEmpty && secrets.contains(Secret(segment))
      shown += "/"
      shown += isHidden ? Redactor.mark : segment
    }
    return shown
  }
}
