/// A request on its way into a route: what the path, the query, the body and the token say.
struct Call: Sendable {
  let app: SandboxApp
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

  /// The last value of a query parameter, or nil when it is not there.
  func parameter(_ name: String) -> String? {
    parameters.last { $0.name == name }?.value
  }
}
