/// A request body, from bytes to the value under its wrapper key.
enum RequestBody {
  /// The members of the body's object, with the names that Python could not take left out.
  static func members(of request: SandboxRequest) throws(Refusal) -> JSONObject {
    guard !request.body.isEmpty else { return [:] }
    let type = request.header("Content-Type") ?? ""
    let essence = type.split(separator: ";", omittingEmptySubsequences: false)[0]
    guard essence == "application/json" || essence.isEmpty else {
      throw .missing("application/json", in: "Content-Type header")
    }
    let body: JSONValue
    do {
      body = try JSONParser.parse(request.body)
    } catch {
      throw .missing("valid JSON", in: "request body")
    }
    guard body.isTruthy else { return [:] }
    guard let object = body.object else {
      throw .missing("valid JSON object", in: "request body")
    }
    return object.without(["self", "context"])
      .without(Set(object.keys.filter { $0.hasPrefix("_") }))
      .renamingKeys(attributeName)
  }

  /// The value under the route's wrapper key.
  ///
  /// Keystone passes the members on as Python arguments, so one that the function does not have is
  /// an error, and one with the name of an id in the path is overridden by it.
  static func wrapped(_ members: JSONObject, for route: Route) throws(Refusal) -> JSONValue {
    let wrapper: String
    switch route.body {
    case .anything: return .null
    case .nothing: wrapper = ""
    case .required(let name), .optional(let name): wrapper = attributeName(name)
    }
    let inPath = route.path.compactMap { segment -> String? in
      if case .argument(let argument) = segment { argument.rawValue } else { nil }
    }
    for key in members.keys where key != wrapper && !inPath.contains(key) {
      throw .badRequest("\(route.action)() got an unexpected keyword argument '\(key)'")
    }
    if case .required = route.body, members[wrapper] == nil {
      throw .badRequest(
        "\(route.action)() missing 1 required positional argument: '\(wrapper)'"
      )
    }
    return members[wrapper] ?? .null
  }

  /// The members of the body's object for a route of today's framework; a route that takes no body
  /// does not look at one.
  static func object(
    of request: SandboxRequest,
    for route: Route
  ) throws(Refusal) -> JSONObject {
    guard route.body != .nothing, !request.body.isEmpty else { return [:] }
    guard request.method != "GET", request.method != "HEAD" else { return [:] }
    let type = request.header("Content-Type") ?? ""
    let essence = type.split(separator: ";", omittingEmptySubsequences: false).first ?? ""
    guard essence == "application/json" else {
      throw .missing("application/json", in: "Content-Type header")
    }
    do {
      guard let object = try JSONParser.parse(request.body).object else {
        throw Refusal.missing("valid JSON", in: "request body")
      }
      return object
    } catch {
      throw .missing("valid JSON", in: "request body")
    }
  }

  /// The value under the route's wrapper key; the newest release wants it and nothing beside it,
  /// the one before takes an object without members for one that is missing.
  static func unwrapped(
    _ members: JSONObject,
    for route: Route,
    _ release: SandboxRelease
  ) throws(Refusal) -> JSONValue {
    guard case .required(let name) = route.body else { return .null }
    guard release == .current else { return members[name] ?? [:] }
    if let stray = members.keys.first(where: { $0 != name }) {
      throw .badRequest("Additional properties are not allowed ('\(stray)' was unexpected)")
    }
    guard let value = members[name] else {
      throw .badRequest("'\(name)' is a required property")
    }
    return value
  }

  /// A key as a Python name: `OS-KSADM:service` becomes `OS_KSADM_service`.
  static func attributeName(_ key: String) -> String {
    key.replacing(":", with: "_").replacing("-", with: "_")
  }
}
