/// `/v3/endpoints`: the rows behind the endpoints of v2.0, and what it can't see or change.
///
/// Each row stands alone there, under its own id. The id of an endpoint that v2.0 made is nobody's
/// own, so an id of `/v2.0/endpoints` that is also in this list belongs to v3, and v2.0 can't
/// delete it.
enum V3EndpointRoutes {
  static let all = [
    Route("GET", ["endpoints"], on: both, action: "list_endpoints", list),
    Route("GET", ["endpoints", .endpoint], on: both, action: "get_endpoint", get),
    Route(
      "PATCH",
      ["endpoints", .endpoint],
      on: both,
      action: "EndpointV3.update_endpoint",
      body: .required("endpoint"),
      update
    ),
  ]

  private static let both: Set<SandboxApp> = [.admin, .public]
  private static let change = BodySchema(attributes: [.bool("enabled"), .text("url")])

  private static func list(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.require(["admin"], action: "identity:list_endpoints")
    let rows = state.endpoints.all.filter { row in
      (call.parameter("service_id").map { $0 == row.serviceID } ?? true)
        && (call.parameter("interface").map { $0 == row.interface.rawValue } ?? true)
        && (call.parameter("region_id").map { $0 == row.region } ?? true)
    }
    let documents = rows.map { document(of: $0, state.options) }
    return .document(V3List.document("endpoints", documents, call, state.options))
  }

  private static func get(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.require(["admin"], action: "identity:get_endpoint")
    let row = try state.endpointRow(call[.endpoint])
    return .document(["endpoint": document(of: row, state.options)])
  }

  private static func update(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.require(["admin"], action: "identity:update_endpoint")
    let row = try state.updateEndpointRow(call[.endpoint], try change.check(call.body))
    return .document(["endpoint": document(of: row, state.options)])
  }

  private static func document(of row: EndpointRow, _ options: ServerOptions) -> JSONValue {
    var document = row.extra
    let region = row.region.map(JSONValue.string) ?? .null
    document["id"] = .string(row.id)
    document["interface"] = .string(row.interface.rawValue)
    document["region_id"] = region
    document["service_id"] = .string(row.serviceID)
    document["url"] = .string(row.url)
    document["enabled"] = .bool(row.enabled)
    document["region"] = region
    document["links"] = ["self": .string("\(options.publicURL)/v3/endpoints/\(row.id)")]
    return .object(document)
  }
}
