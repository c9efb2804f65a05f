/// `/v3/services`: v2.0 can neither change a service nor switch it off.
enum V3ServiceRoutes {
  static let all = [
    Route("GET", ["services"], on: both, action: "list_services", list),
    Route("GET", ["services", .service], on: both, action: "get_service", get),
    Route(
      "PATCH",
      ["services", .service],
      on: both,
      action: "ServiceV3.update_service",
      body: .required("service"),
      update
    ),
  ]

  private static let both: Set<SandboxApp> = [.admin, .public]
  private static let change = BodySchema(
    attributes: [.bool("enabled"), .text("name", 1...255), .text("type", 1...255)]
  )

  private static func list(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.require(["admin"], action: "identity:list_services")
    let services = state.services.all.filter { service in
      (call.parameter("type").map { $0 == service.type } ?? true)
        && (call.parameter("name").map { $0 == service.name } ?? true)
    }
    let documents = services.map { document(of: $0, state.options) }
    return .document(V3List.document("services", documents, call, state.options))
  }

  private static func get(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.require(["admin"], action: "identity:get_service")
    let service = try state.service(call[.service])
    return .document(["service": document(of: service, state.options)])
  }

  private static func update(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.require(["admin"], action: "identity:update_service")
    let service = try state.updateService(call[.service], try change.check(call.body))
    return .document(["service": document(of: service, state.options)])
  }

  private static func document(of service: Service, _ options: ServerOptions) -> JSONValue {
    var document = service.document
    document["links"] = ["self": .string("\(options.publicURL)/v3/services/\(service.id)")]
    return .object(document)
  }
}
