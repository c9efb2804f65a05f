/// A request on its way into a route: what the path, the query, the body and the token say.
struct Call: Sendable {
  let app: SandboxApp
  /// Path and query as they were sent.
  let target: String
  let caller: Caller
  let now: Timestamp
  let arguments: [Route.Argument: String]
  let parameters: [(name: String, value: String)]
  /// What stands under the wrapper key; null if the route takes none or it was left out.
  let body: JSONValue
  /// The body's top level, for a route that takes more than one key.
  var members: JSONObject = [:]
  /// The server's root URL as links have it.
  var root = ""
  /// The token that v3 is to look at, from its own header.
  var subjectToken: String?

  /// The id that stands in the path.
  subscript(argument: Route.Argument) -> String {
    guard let value = arguments[argument] else {
      preconditionFailure("the route's path has no \(argument)")
    }
    return value
  }

  /// Whether a query parameter is there and not 0, as v3 reads a switch: even `false` is on.
  func isOn(_ name: String) -> Bool {
    parameter(name).map { $0 != "0" } ?? false
  }

  /// The last value of a query parameter, or nil when it is not there.
  func parameter(_ name: String) -> String? {
    parameters.last { $0.name == name }?.value
  }

  /// The URL of the request itself, without slashes at the end of its path.
  var ownLink: JSONValue {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var path = parts[0]
    while path.hasSuffix("/") { path.removeLast() }
    return .string(root + path + (parts.count > 1 ? "?" + parts[1] : ""))
  }

  /// The URL of something of v3.
  func link(_ path: String) -> JSONValue {
    .string("\(root)/v3/\(path)")
  }
}
