/// A list as v3 answers it: whole, with a link to itself and none to a next page.
enum V3List {
  static func document(
    _ name: String,
    _ rows: [JSONValue],
    _ call: Call,
    _ options: ServerOptions
  ) -> JSONObject {
    [
      name: .array(rows),
      "links": ["next": nil, "self": .string(options.publicURL + call.target), "previous": nil],
    ]
  }
}
