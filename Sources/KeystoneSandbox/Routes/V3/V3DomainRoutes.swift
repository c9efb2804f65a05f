/// `/domains`.
enum V3DomainRoutes {
  static let all: [Route] = [
    .v3("GET", ["domains"], "list_domains") { state, call throws(Refusal) in
      let own = call.caller.scopeDomainID
      try call.require(.domainReader(own), "list_domains", state)
      let seesAll = own == nil || state.release != .current
      let domains = state.domains.all.filter { seesAll || $0.id == own }
      let filters: [V3Filter<Tenant>] = [
        V3Filter(name: "name", value: { $0.name }),
        V3Filter(name: "enabled", kind: .flag, value: { String($0.enabled) }),
      ]
      let found = try V3Filter.apply(filters, to: domains, call, state.options)
      return try list(state, call, cut: .pages).answer(found, call, state.options)
    },
    .v3("GET", ["domains", .domain], "get_domain") { state, call throws(Refusal) in
      // Whoever has a token for it, or for one of its projects, sees it.
      if call.tokenDomainID(state) != call[.domain] {
        try call.require(.domainReader(call[.domain]), "get_domain", state)
      }
      return .document(["domain": document(try state.domain(call[.domain]), state, call)])
    },
    .v3("POST", ["domains"], "create_domain", body: .required("domain")) {
      state,
      call throws(Refusal) in
      let sent = try call.body(creation(state.release), .admin, "create_domain", state)
      return .created(["domain": document(try state.createDomain(sent), state, call)])
    },
    .v3("PATCH", ["domains", .domain], "update_domain", body: .required("domain")) {
      state,
      call throws(Refusal) in
      let sent = try call.body(change(state.release), .admin, "update_domain", state)
      let domain = try state.updateProject(call[.domain], sent, isDomain: true)
      return .document(["domain": document(domain, state, call)])
    },
    .v3("DELETE", ["domains", .domain], "delete_domain") { state, call throws(Refusal) in
      try call.require(.admin, "delete_domain", state)
      try state.deleteDomain(call[.domain])
      return .nothing
    },
  ]

  private static func fields(
    _ release: SandboxRelease
  ) -> [(name: String, kind: V3Schema.Kind)] {
    let fields: [(name: String, kind: V3Schema.Kind)] = [
      ("name", .text(1...64, .notBlank)), ("description", .text(nullable: true)),
      ("enabled", .enabled),
    ]
    guard release != .pike else { return fields }
    return fields + [
      ("tags", .tags), ("options", .object([("immutable", .boolean(nullable: true))])),
    ]
  }

  private static func creation(_ release: SandboxRelease) -> V3Schema {
    V3Schema(name: "domain", fields: fields(release), required: ["name"])
  }

  private static func change(_ release: SandboxRelease) -> V3Schema {
    V3Schema(name: "domain", fields: fields(release), refusesEmpty: true)
  }

  static func list(
    _ state: SandboxState,
    _ call: Call,
    cut: V3List<Tenant>.Cut
  ) -> V3List<Tenant> {
    V3List(name: "domains", cut: cut, id: \.id) {
      document($0, state, call).object ?? [:]
    }
  }

  private static func document(
    _ domain: Tenant,
    _ state: SandboxState,
    _ call: Call
  ) -> JSONValue {
    var document = domain.document
    if state.release != .pike {
      document["tags"] = .array(domain.tags.map(JSONValue.string))
      document["options"] = .object(domain.options)
    }
    document["links"] = ["self": call.link("domains/\(domain.id)")]
    return .object(document)
  }
}
