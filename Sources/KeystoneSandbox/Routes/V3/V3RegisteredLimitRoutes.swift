/// `/registered_limits`: anybody with a token reads them.
enum V3RegisteredLimitRoutes {
  static let all: [Route] = [
    .v3("GET", ["registered_limits"], "list_registered_limits") { state, call throws(Refusal) in
      try call.require(.anybody, "list_registered_limits", state)
      let filters: [V3Filter<RegisteredLimit>] = [
        V3Filter(name: "service_id", refusesEmpty: false, value: \.serviceID),
        V3Filter(name: "region_id", refusesEmpty: false, value: \.regionID),
        V3Filter(name: "resource_name", value: \.resourceName),
      ]
      let found = try V3Filter.apply(filters, to: state.registeredLimits.all, call, state.options)
      return try list(call).answer(found, call, state.options)
    },
    .v3("GET", one, "get_registered_limit") { state, call throws(Refusal) in
      try call.require(.anybody, "get_registered_limit", state)
      let limit = try state.registeredLimit(call[.registeredLimit])
      return .document(["registered_limit": .object(document(limit, call))])
    },
    .v3("POST", ["registered_limits"], "create_registered_limits", body: .required(wrapper)) {
      state,
      call throws(Refusal) in
      let sent = try call.bodies(creation, wrapper, "create_registered_limits", state)
      let made = try state.createRegisteredLimits(sent)
      return .created([wrapper: .array(made.map { .object(document($0, call)) })])
    },
    .v3("PATCH", one, "update_registered_limit", body: .required("registered_limit")) {
      state,
      call throws(Refusal) in
      let rule = Caller.Rule.limitAdmin
      let sent = try call.body(change, rule, "update_registered_limit", state)
      let limit = try state.updateRegisteredLimit(call[.registeredLimit], sent)
      return .document(["registered_limit": .object(document(limit, call))])
    },
    .v3("DELETE", one, "delete_registered_limit") { state, call throws(Refusal) in
      try call.require(.limitAdmin, "delete_registered_limit", state)
      try state.deleteRegisteredLimit(call[.registeredLimit])
      return .nothing
    },
  ]

  private static let wrapper = "registered_limits"
  private static let one: [Route.Segment] = ["registered_limits", .registeredLimit]
  private static let fields: [(name: String, kind: V3Schema.Kind)] = [
    ("service_id", .uuid), ("region_id", .text(1...255, nullable: true)),
    ("resource_name", .text(1...255, .notBlank)), ("default_limit", .limit),
    ("description", .text(nullable: true)),
  ]
  private static let creation = V3Schema(
    name: "registered_limit",
    fields: fields,
    required: ["service_id", "resource_name", "default_limit"],
    isClosed: true
  )
  private static let change = V3Schema(name: "registered_limit", fields: fields, isClosed: true)

  private static func list(_ call: Call) -> V3List<RegisteredLimit> {
    V3List(name: "registered_limits", cut: .firstPageForEver, id: \.id) { document($0, call) }
  }

  private static func document(_ limit: RegisteredLimit, _ call: Call) -> JSONObject {
    [
      "id": .string(limit.id), "service_id": .string(limit.serviceID),
      "region_id": limit.regionID.map(JSONValue.string) ?? .null,
      "resource_name": .string(limit.resourceName), "default_limit": limit.defaultLimit,
      "description": limit.description,
      "links": ["self": call.link("registered_limits/\(limit.id)")],
    ]
  }
}
