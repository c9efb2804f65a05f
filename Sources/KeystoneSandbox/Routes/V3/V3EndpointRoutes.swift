/// `/v3/endpoints`: the rows behind the endpoints of v2.0, and what it can't see or change.
///
/// Each row stands alone there, under its own id. The id of an endpoint that v2.0 made is nobody's
/// own, so an id of `/v2.0/endpoints` that is also in this list belongs to v3, and v2.0 can't
/// delete it.
enum V3EndpointRoutes {
  static let all: [Route] = [
    .v3("GET", ["endpoints"], "list_endpoints") { state, call throws(Refusal) in
      try call.require(.reader, "list_endpoints", state)
      let filters: [V3Filter<EndpointRow>] = [
        V3Filter(name: "interface", kind: .choice(interfaces), value: { $0.interface.rawValue }),
        V3Filter(name: "service_id", refusesEmpty: false, value: { $0.serviceID }),
        V3Filter(name: "region_id", refusesEmpty: false, value: { $0.region }),
      ]
      let found = try V3Filter.apply(filters, to: state.endpoints.all, call, state.options)
      return try list(call, cut: .firstPageForEver).answer(found, call, state.options)
    },
    .v3("GET", ["endpoints", .endpoint], "get_endpoint") { state, call throws(Refusal) in
      try call.require(.reader, "get_endpoint", state)
      let row = try state.endpointRow(call[.endpoint])
      return .document(["endpoint": .object(document(of: row, call))])
    },
    .v3("POST", ["endpoints"], "create_endpoint", body: .required("endpoint")) {
      state,
      call throws(Refusal) in
      let schema = V3Schema(
        name: "endpoint",
        fields: fields(state.release),
        required: ["interface", "service_id", "url"]
      )
      let sent = try call.body(schema, .admin, "create_endpoint", state)
      let row = try state.createEndpointRow(sent)
      return .created(["endpoint": .object(document(of: row, call))])
    },
    .v3("PATCH", ["endpoints", .endpoint], "update_endpoint", body: .required("endpoint")) {
      state,
      call throws(Refusal) in
      let schema = V3Schema(
        name: "endpoint",
        fields: fields(state.release),
        refusesEmpty: true
      )
      let sent = try call.body(schema, .admin, "update_endpoint", state)
      let row = try state.updateEndpointRow(call[.endpoint], sent)
      return .document(["endpoint": .object(document(of: row, call))])
    },
    .v3("DELETE", ["endpoints", .endpoint], "delete_endpoint") { state, call throws(Refusal) in
      try call.require(.admin, "delete_endpoint", state)
      try state.deleteEndpointRow(call[.endpoint])
      return .nothing
    },
  ]

  static func list(_ call: Call, cut: V3List<EndpointRow>.Cut) -> V3List<EndpointRow> {
    V3List(name: "endpoints", cut: cut, id: \.id) { document(of: $0, call) }
  }

  private static let interfaces = ["admin", "internal", "public"]

  private static func fields(
    _ release: SandboxRelease
  ) -> [(name: String, kind: V3Schema.Kind)] {
    [
      ("service_id", .text()), ("interface", .choice(interfaces)),
      ("region_id", .text(nullable: release == .current)), ("region", .text()),
      ("url", .text(0...225, .url)), ("enabled", .boolean()),
    ]
  }

  private static func document(of row: EndpointRow, _ call: Call) -> JSONObject {
    var document = row.extra
    let region = row.region.map(JSONValue.string) ?? .null
    document["id"] = .string(row.id)
    document["interface"] = .string(row.interface.rawValue)
    document["region_id"] = region
    document["service_id"] = .string(row.serviceID)
    document["url"] = .string(row.url)
    document["enabled"] = .bool(row.enabled)
    document["region"] = region
    document["links"] = ["self": call.link("endpoints/\(row.id)")]
    return document
  }
}
