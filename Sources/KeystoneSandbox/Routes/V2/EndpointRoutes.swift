/// `/endpoints`: they are listed, made and deleted, but neither read one by one nor changed.
enum EndpointRoutes {
  static let all = [
    Route("GET", ["endpoints"], action: "get_endpoints", list),
    Route(
      "POST",
      ["endpoints"],
      action: "create_endpoint",
      body: .required("endpoint"),
      create
    ),
    Route("DELETE", ["endpoints", .endpoint], action: "delete_endpoint", delete),
  ]

  private static func list(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    return .document(["endpoints": .array(state.endpointDocuments.map(JSONValue.object))])
  }

  /// The one creation whose body is looked at only after the token.
  private static func create(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    guard let endpoint = call.body.object else { throw .unexpected }
    return .document(["endpoint": .object(try state.createEndpoint(endpoint))])
  }

  private static func delete(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    try state.deleteEndpoint(call[.endpoint])
    return .nothing
  }
}
