extension JSONValue {
  /// The body of a request: the members that are set, in the one wrapper that the route takes.
  ///
  /// Keystone refuses any other key beside the wrapper with a 400.
  static func wrapped(in wrapper: String, _ members: [String: JSONValue?]) -> JSONValue {
    .object([wrapper: .object(JSONObject(members.compactMapValues { $0 }))])
  }

  /// The same for a route that takes a list of objects, of which there is one.
  static func wrapped(inList wrapper: String, _ members: [String: JSONValue?]) -> JSONValue {
    .object([wrapper: .array([.object(JSONObject(members.compactMapValues { $0 }))])])
  }
}
