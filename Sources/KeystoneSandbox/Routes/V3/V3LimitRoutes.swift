/// `/limits`: an administrator sees all, everybody else those of his project or his domain.
enum V3LimitRoutes {
  static let all: [Route] = [
    .v3("GET", ["limits"], "list_limits") { state, call throws(Refusal) in
      try call.require(.anybody, "list_limits", state)
      let shown = state
      let filters: [V3Filter<Limit>] = [
        V3Filter(name: "service_id", refusesEmpty: false) {
          shown.registeredLimits[$0.registeredID]?.serviceID
        },
        V3Filter(name: "region_id", refusesEmpty: false) {
          shown.registeredLimits[$0.registeredID]?.regionID
        },
        V3Filter(name: "resource_name") { shown.registeredLimits[$0.registeredID]?.resourceName },
        V3Filter(name: "project_id", refusesEmpty: false, value: \.projectID),
        V3Filter(name: "domain_id", refusesEmpty: false, value: \.domainID),
      ]
      let seen = state.limits.all.filter { sees($0, call.caller, shown) }
      let found = try V3Filter.apply(filters, to: seen, call, state.options)
      return try list(shown, call).answer(found, call, state.options)
    },
    .v3("GET", ["limits", "model"], "get_limit_model") { state, call throws(Refusal) in
      try call.require(.anybody, "get_limit_model", state)
      return .document([
        "model": [
          "name": "flat",
          "description": .string(
            "Limit enforcement and validation does not take project hierarchy into consideration."
          ),
        ]
      ])
    },
    .v3("GET", one, "get_limit") { state, call throws(Refusal) in
      if let limit = state.limits[call[.limit]], !sees(limit, call.caller, state) {
        try call.require(.reader, "get_limit", state)
      }
      try call.require(.anybody, "get_limit", state)
      let limit = try state.limit(call[.limit])
      return .document(["limit": .object(document(limit, state, call))])
    },
    .v3("POST", ["limits"], "create_limits", body: .required("limits")) {
      state,
      call throws(Refusal) in
      let sent = try call.bodies(creation, "limits", "create_limits", state)
      let made = try state.createLimits(sent)
      let shown = state
      return .created(["limits": .array(made.map { .object(document($0, shown, call)) })])
    },
    .v3("PATCH", one, "update_limit", body: .required("limit")) { state, call throws(Refusal) in
      let sent = try call.body(change, .limitAdmin, "update_limit", state)
      let limit = try state.updateLimit(call[.limit], sent)
      return .document(["limit": .object(document(limit, state, call))])
    },
    .v3("DELETE", one, "delete_limit") { state, call throws(Refusal) in
      try call.require(.limitAdmin, "delete_limit", state)
      _ = try state.limit(call[.limit])
      _ = state.limits.remove(call[.limit])
      return .nothing
    },
  ]

  private static let one: [Route.Segment] = ["limits", .limit]
  private static let amount: [(name: String, kind: V3Schema.Kind)] = [
    ("resource_limit", .limit), ("description", .text(nullable: true)),
  ]
  private static let creation = V3Schema(
    name: "limit",
    fields: [
      ("service_id", .uuid), ("region_id", .text(1...255, nullable: true)),
      ("resource_name", .text(1...255, .notBlank)), ("project_id", .text()),
      ("domain_id", .text()),
    ] + amount,
    required: ["service_id", "resource_name", "resource_limit"],
    exactlyOneOf: ["project_id", "domain_id"],
    isClosed: true
  )
  private static let change = V3Schema(name: "limit", fields: amount, isClosed: true)

  private static func sees(_ limit: Limit, _ caller: Caller, _ state: SandboxState) -> Bool {
    guard case .user(let token) = caller.kind, !token.isSystem, !caller.has("admin"),
      !(state.release == .current && caller.has("service"))
    else { return true }
    if let id = token.tenantID { return limit.projectID == id }
    guard let id = token.domainID else { return false }
    return limit.domainID == id
      || limit.projectID.map { state.tenants[$0]?.domainID == id } ?? false
  }

  private static func list(_ state: SandboxState, _ call: Call) -> V3List<Limit> {
    V3List(name: "limits", cut: .firstPageForEver, id: \.id) { document($0, state, call) }
  }

  private static func document(
    _ limit: Limit,
    _ state: SandboxState,
    _ call: Call
  ) -> JSONObject {
    let registered = state.registeredLimits[limit.registeredID]
    return [
      "id": .string(limit.id), "project_id": limit.projectID.map(JSONValue.string) ?? .null,
      "domain_id": limit.domainID.map(JSONValue.string) ?? .null,
      "resource_limit": limit.resourceLimit, "description": limit.description,
      "service_id": .string(registered?.serviceID ?? ""),
      "region_id": registered?.regionID.map(JSONValue.string) ?? .null,
      "resource_name": .string(registered?.resourceName ?? ""),
      "links": ["self": call.link("limits/\(limit.id)")],
    ]
  }
}
