/// `/roles`, and roles that bring others along.
enum V3RoleRoutes {
  static let all: [Route] = [
    .v3("GET", ["roles"], "list_roles", getAll),
    .v3("GET", ["roles", .role], "get_role") { state, call throws(Refusal) in
      try call.require(.domainReader(call.caller.scopeDomainID), "get_role", state)
      return .document(["role": .object(document(try state.role(call[.role]), state, call))])
    },
    .v3("POST", ["roles"], "create_role", body: .required("role")) { state, call throws(Refusal) in
      let sent = try call.body(creation(state.release), .admin, "create_role", state)
      let role = try state.createVersion3Role(sent)
      return .created(["role": .object(document(role, state, call))])
    },
    .v3("PATCH", ["roles", .role], "update_role", body: .required("role")) {
      state,
      call throws(Refusal) in
      let sent = try call.body(change(state.release), .admin, "update_role", state)
      let role = try state.updateRole(call[.role], sent)
      return .document(["role": .object(document(role, state, call))])
    },
    .v3("DELETE", ["roles", .role], "delete_role") { state, call throws(Refusal) in
      try call.require(.admin, "delete_role", state)
      try state.deleteVersion3Role(call[.role])
      return .nothing
    },
    .v3("GET", ["role_inferences"], "list_role_inference_rules") { state, call throws(Refusal) in
      try call.require(.reader, "list_role_inference_rules", state)
      let priors = state.roles.all.filter { role in
        state.derivedGrants.implications.contains { $0.roleID == role.id }
      }
      return .document([
        "role_inferences": .array(priors.map { .object(inferences(of: $0, state, call)) })
      ])
    },
    .v3("GET", ["roles", .priorRole, "implies"], "list_implied_roles") {
      state,
      call throws(Refusal) in
      try call.require(.reader, "list_implied_roles", state)
      let prior = try state.role(call[.priorRole])
      return .document([
        "role_inference": .object(inferences(of: prior, state, call)),
        "links": ["self": call.link("roles/\(prior.id)/implies")],
      ])
    },
    .v3("GET", implication, "get_implied_role") { state, call throws(Refusal) in
      try call.require(.reader, "get_implied_role", state)
      return .document(try inference(state, call))
    },
    .v3("HEAD", implication, "check_implied_role") { state, call throws(Refusal) in
      try call.require(.reader, "check_implied_role", state)
      _ = try state.implication(of: call[.impliedRole], by: call[.priorRole])
      return .nothing
    },
    .v3("PUT", implication, "create_implied_role") { state, call throws(Refusal) in
      try call.require(.admin, "create_implied_role", state)
      try state.imply(call[.impliedRole], by: call[.priorRole])
      return .created(try inference(state, call))
    },
    .v3("DELETE", implication, "delete_implied_role") { state, call throws(Refusal) in
      try call.require(.admin, "delete_implied_role", state)
      try state.stopImplying(call[.impliedRole], by: call[.priorRole])
      return .nothing
    },
  ]

  private static let implication: [Route.Segment] = [
    "roles", .priorRole, "implies", .impliedRole,
  ]

  private static func fields(
    _ release: SandboxRelease
  ) -> [(name: String, kind: V3Schema.Kind)] {
    let fields: [(name: String, kind: V3Schema.Kind)] = [
      ("name", .text(1...255, .notBlank)), ("domain_id", .text(nullable: true)),
      ("description", .text(nullable: release != .zed)),
    ]
    guard release != .pike else { return fields }
    return fields + [("options", .object([("immutable", .boolean(nullable: true))]))]
  }

  private static func creation(_ release: SandboxRelease) -> V3Schema {
    V3Schema(name: "role", fields: fields(release), required: ["name"])
  }

  private static func change(_ release: SandboxRelease) -> V3Schema {
    V3Schema(name: "role", fields: fields(release), refusesEmpty: true)
  }

  /// The roles of the whole cloud, or of the one domain that is asked for.
  private static func getAll(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.require(.domainReader(call.caller.scopeDomainID), "list_roles", state)
    let domainID = call.parameter("domain_id")
    let roles = state.roles.all.filter { $0.domainID.string == domainID }
    let filters: [V3Filter<Role>] = [
      V3Filter(name: "name", value: { $0.name }),
      V3Filter(name: "domain_id", value: { $0.domainID.string }),
    ]
    let found = try V3Filter.apply(filters, to: roles, call, state.options)
    return try list(state, call, cut: .firstPageForEver).answer(found, call, state.options)
  }

  static func list(
    _ state: SandboxState,
    _ call: Call,
    cut: V3List<Role>.Cut
  ) -> V3List<Role> {
    V3List(name: "roles", cut: cut, id: \.id) { document($0, state, call) }
  }

  private static func document(
    _ role: Role,
    _ state: SandboxState,
    _ call: Call
  ) -> JSONObject {
    var document = state.document(of: role)
    document["links"] = ["self": call.link("roles/\(role.id)")]
    return document
  }

  private static func inferences(
    of prior: Role,
    _ state: SandboxState,
    _ call: Call
  ) -> JSONObject {
    let implied = state.derivedGrants.implications.filter { $0.roleID == prior.id }
      .compactMap { state.roles[$0.impliedID] }
    return [
      "prior_role": short(prior, call), "implies": .array(implied.map { short($0, call) }),
    ]
  }

  private static func inference(
    _ state: SandboxState,
    _ call: Call
  ) throws(Refusal) -> JSONObject {
    let prior = try state.role(call[.priorRole])
    let implied = try state.role(call[.impliedRole])
    _ = try state.implication(of: implied.id, by: prior.id)
    return [
      "role_inference": ["prior_role": short(prior, call), "implies": short(implied, call)],
      "links": ["self": call.link("roles/\(prior.id)/implies/\(implied.id)")],
    ]
  }

  private static func short(_ role: Role, _ call: Call) -> JSONValue {
    [
      "id": .string(role.id), "links": ["self": call.link("roles/\(role.id)")],
      "name": .string(role.name),
    ]
  }
}

extension SandboxState {
  /// A role without its links; since Pike there is a description even if nobody sent one.
  func document(of role: Role) -> JSONObject {
    guard release != .pike else { return role.document }
    var document = role.extra.without(["description"])
    document["id"] = .string(role.id)
    document["name"] = .string(role.name)
    document["domain_id"] = role.domainID
    document["description"] = role.extra["description"] ?? .null
    document["options"] = .object(role.options)
    return document
  }
}
