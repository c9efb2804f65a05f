/// `/OS-KSADM/services`: there is no update, and nothing keeps two services from being alike.
enum ServiceRoutes {
  static let all = [
    Route("GET", ["OS-KSADM", "services"], action: "get_services", list),
    Route("GET", ["OS-KSADM", "services", .service], action: "get_service", get),
    Route(
      "POST",
      ["OS-KSADM", "services"],
      action: "create_service",
      body: .required("OS-KSADM:service"),
      create
    ),
    Route("DELETE", ["OS-KSADM", "services", .service], action: "delete_service", delete),
  ]

  private static let creation = BodySchema(
    attributes: [
      .bool("enabled"),
      .text("description", nullable: true),
      .text("name", 1...255, .notBlank),
      .text("type", 1...255),
    ],
    required: ["type"]
  )

  private static func list(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    let services = state.services.all.map { JSONValue.object($0.document) }
    return .document(["OS-KSADM:services": .array(services)])
  }

  private static func get(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    let service = try state.service(call[.service])
    return .document(["OS-KSADM:service": .object(service.document)])
  }

  private static func create(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    let attributes = try creation.check(call.body)
    try call.caller.requireAdmin()
    let service = Service(
      id: RandomID.hex(),
      name: attributes["name"]?.string ?? "",
      type: attributes["type"]?.string ?? "",
      enabled: attributes["enabled"] != false,
      extra: attributes.without(Service.keys)
    )
    state.services.store(service)
    return .document(["OS-KSADM:service": .object(service.document)])
  }

  private static func delete(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    try state.deleteService(call[.service])
    return .nothing
  }
}
