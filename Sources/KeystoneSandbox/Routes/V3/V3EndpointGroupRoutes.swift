/// `/OS-EP-FILTER/endpoint_groups`: endpoints by what they have.
enum V3EndpointGroupRoutes {
  static let all: [Route] = [
    .v3("GET", groups, "list_endpoint_groups") { state, call throws(Refusal) in
      if state.release == .current, let stray = call.parameters.first(where: { $0.name != "name" })
      {
        throw .badRequest(
          "Additional properties are not allowed ('\(stray.name)' was unexpected)"
        )
      }
      try call.require(.reader, "list_endpoint_groups", state)
      let filters: [V3Filter<EndpointGroup>] = [V3Filter(name: "name", value: \.name)]
      let found = try V3Filter.apply(filters, to: state.endpointGroups.all, call, state.options)
      return try list(call).answer(found, call, state.options)
    },
    .v3("GET", one, "get_endpoint_group") { state, call throws(Refusal) in
      try call.require(.reader, "get_endpoint_group", state)
      return document(try state.endpointGroup(call[.endpointGroup]), call)
    },
    .v3("POST", groups, "create_endpoint_group", body: .required("endpoint_group")) {
      state,
      call throws(Refusal) in
      let schema = schema(state.release, required: ["name", "filters"])
      let sent = try call.body(schema, .admin, "create_endpoint_group", state)
      guard let filters = sent["filters"]?.object, !filters.isEmpty else {
        throw .badRequest("filters field is required and cannot be empty")
      }
      try check(sent)
      let group = EndpointGroup(
        id: RandomID.hex(),
        name: sent["name"]?.string ?? "",
        description: sent["description"] ?? .null,
        filters: filters
      )
      state.endpointGroups.store(group)
      return .created(["endpoint_group": .object(members(of: group, call))])
    },
    .v3("PATCH", one, "update_endpoint_group", body: .required("endpoint_group")) {
      state,
      call throws(Refusal) in
      let schema = schema(state.release, refusesEmpty: true)
      let sent = try call.body(schema, .admin, "update_endpoint_group", state)
      if let id = sent["id"], id != .string(call[.endpointGroup]) { throw .otherID }
      try check(sent)
      var group = try state.endpointGroup(call[.endpointGroup])
      group.name = sent["name"]?.string ?? group.name
      group.description = sent["description"] ?? group.description
      group.filters = sent["filters"]?.object ?? group.filters
      state.endpointGroups.store(group)
      return document(group, call)
    },
    .v3("DELETE", one, "delete_endpoint_group") { state, call throws(Refusal) in
      try call.require(.admin, "delete_endpoint_group", state)
      _ = try state.endpointGroup(call[.endpointGroup])
      _ = state.endpointGroups.remove(call[.endpointGroup])
      state.endpointGroupTies.removeAll(with: call[.endpointGroup])
      return .nothing
    },
  ]

  static func list(_ call: Call) -> V3List<EndpointGroup> {
    V3List(name: "endpoint_groups", cut: .never, id: \.id) { members(of: $0, call) }
  }

  private static let groups: [Route.Segment] = ["OS-EP-FILTER", "endpoint_groups"]
  private static let one = groups + [.endpointGroup]
  /// What a group may go by, in the words that a refusal has for them.
  private static let filterNames = ["service_id", "region_id", "interface"]

  private static func schema(
    _ release: SandboxRelease,
    required: [String] = [],
    refusesEmpty: Bool = false
  ) -> V3Schema {
    // The newest release knows a switch there, which it refuses all the same.
    let filters: [(name: String, kind: V3Schema.Kind)] = [
      ("interface", .choice(["admin", "internal", "public"])), ("service_id", .text()),
      ("region_id", .text(nullable: true)), ("enabled", .boolean()),
    ]
    return V3Schema(
      name: "endpoint_group",
      fields: [
        ("name", .text(1...255, .notBlank)), ("description", .text(nullable: true)),
        ("filters", .object(release == .current ? filters : [], isClosed: false)),
      ],
      required: required,
      refusesEmpty: refusesEmpty,
      isClosed: release == .current
    )
  }

  private static func check(_ sent: JSONObject) throws(Refusal) {
    let keys = sent["filters"]?.object?.keys ?? []
    guard keys.allSatisfy(filterNames.contains) else {
      throw .missing(filterNames.joined(separator: " or "), in: "endpoint_group")
    }
    // A column that is none, which the newest release has refused before.
    for key in sent.keys where !["id", "name", "description", "filters"].contains(key) {
      throw .badRequest("'\(key)' is an invalid keyword argument for EndpointGroup")
    }
  }

  private static func document(_ group: EndpointGroup, _ call: Call) -> Answer {
    .document(["endpoint_group": .object(members(of: group, call))])
  }

  private static func members(of group: EndpointGroup, _ call: Call) -> JSONObject {
    [
      "id": .string(group.id), "name": .string(group.name), "description": group.description,
      "filters": .object(group.filters),
      "links": ["self": call.link("OS-EP-FILTER/endpoint_groups/\(group.id)")],
    ]
  }
}
