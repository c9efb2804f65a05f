/// A list as v3 answers it: with a link to itself and none to a next page, not even where it was
/// cut off at `list_limit`; `truncated` says so then.
enum V3List {
  static func document(
    _ name: String,
    _ rows: [JSONValue],
    _ call: Call,
    _ options: ServerOptions,
    isLimited: Bool = true
  ) -> JSONObject {
    let limit = isLimited ? options.listLimit ?? .max : .max
    var document: JSONObject = [
      name: .array(Array(rows.prefix(limit))),
      "links": ["next": nil, "self": .string(options.publicURL + call.target), "previous": nil],
    ]
    if rows.count > limit {
      document["truncated"] = true
    }
    return document
  }
}
