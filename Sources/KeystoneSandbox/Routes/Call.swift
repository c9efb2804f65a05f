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
}
