/// `/regions`; the list is for anybody with a token.
enum V3RegionRoutes {
  static let all: [Route] = [
    .v3("GET", ["regions"], "list_regions") { state, call throws(Refusal) in
      if state.release == .current,
        let stray = call.parameters.first(where: { $0.name != "parent_region_id" })
      {
        throw .badRequest(
          "Additional properties are not allowed ('\(stray.name)' was unexpected)"
        )
      }
      try call.require(.anybody, "list_regions", state)
      let filters: [V3Filter<Region>] = [
        V3Filter(name: "parent_region_id", refusesEmpty: false, value: { $0.parentID })
      ]
      let found = try V3Filter.apply(filters, to: state.regions.all, call, state.options)
      return try V3List(name: "regions", cut: .never, id: \.id) { document($0, call) }
        .answer(found, call, state.options)
    },
    .v3("GET", ["regions", .region], "get_region") { state, call throws(Refusal) in
      try call.require(.anybody, "get_region", state)
      return .document(["region": .object(document(try state.region(call[.region]), call))])
    },
    .v3("POST", ["regions"], "create_region", body: .required("region")) {
      state,
      call throws(Refusal) in
      let sent = try call.body(schema(state.release), .admin, "create_region", state)
      return .created(["region": .object(document(try state.createRegion(sent), call))])
    },
    .v3("PUT", ["regions", .region], "create_region", body: .required("region")) {
      state,
      call throws(Refusal) in
      var sent = try call.body(schema(state.release), .admin, "create_region", state)
      let id = call[.region]
      if let other = sent["id"]?.string, other != id {
        throw .badRequest("Conflicting region IDs specified: \"\(id)\" != \"\(other)\"")
      }
      sent["id"] = .string(id)
      return .created(["region": .object(document(try state.createRegion(sent), call))])
    },
    .v3("PATCH", ["regions", .region], "update_region", body: .required("region")) {
      state,
      call throws(Refusal) in
      let sent = try call.body(
        schema(state.release, refusesEmpty: true),
        .admin,
        "update_region",
        state
      )
      let region = try state.updateRegion(call[.region], sent)
      return .document(["region": .object(document(region, call))])
    },
    .v3("DELETE", ["regions", .region], "delete_region") { state, call throws(Refusal) in
      try call.require(.admin, "delete_region", state)
      try state.deleteRegion(call[.region])
      return .nothing
    },
  ]

  /// The length of the id is the schema's business on the newest release, and else the column's.
  private static func schema(
    _ release: SandboxRelease,
    refusesEmpty: Bool = false
  ) -> V3Schema {
    V3Schema(
      name: "region",
      fields: [
        ("id", .text(release == .current ? 0...255 : nil, nullable: true)),
        ("description", .text(nullable: true)), ("parent_region_id", .text(nullable: true)),
      ],
      refusesEmpty: refusesEmpty
    )
  }

  private static func document(_ region: Region, _ call: Call) -> JSONObject {
    var document = region.extra
    document["id"] = .string(region.id)
    document["description"] = region.description
    document["parent_region_id"] = region.parentID.map(JSONValue.string) ?? .null
    document["links"] = ["self": call.link("regions/\(region.id)")]
    return document
  }
}
