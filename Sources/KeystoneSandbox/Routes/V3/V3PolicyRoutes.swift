/// `/policies`: texts that Keystone keeps and nothing reads.
enum V3PolicyRoutes {
  static let all: [Route] = [
    .v3("GET", ["policies"], "list_policies") { state, call throws(Refusal) in
      try call.require(.reader, "list_policies", state)
      let filters: [V3Filter<Policy>] = [
        V3Filter(name: "type", refusesEmpty: false, value: { $0.type })
      ]
      let found = try V3Filter.apply(filters, to: state.policies.all, call, state.options)
      let list = V3List<Policy>(name: "policies", cut: .firstPageForEver, id: \.id) {
        document($0, call)
      }
      return try list.answer(found, call, state.options)
    },
    .v3("GET", one, "get_policy") { state, call throws(Refusal) in
      try call.require(.reader, "get_policy", state)
      return .document(["policy": .object(document(try state.policy(call[.policy]), call))])
    },
    .v3("POST", ["policies"], "create_policy", body: .required("policy")) {
      state,
      call throws(Refusal) in
      let sent = try body(creation, "create_policy", state, call)
      let policy = Policy(
        id: RandomID.hex(),
        blob: sent["blob"]?.string ?? "",
        type: sent["type"]?.string ?? "",
        extra: sent.without(keys)
      )
      state.policies.store(policy)
      return .created(["policy": .object(document(policy, call))])
    },
    .v3("PATCH", one, "update_policy", body: .required("policy")) { state, call throws(Refusal) in
      let sent = try body(change, "update_policy", state, call)
      if let id = sent["id"], id != .string(call[.policy]) {
        throw .badRequest("Cannot change policy ID")
      }
      var policy = try state.policy(call[.policy])
      policy.blob = sent["blob"]?.string ?? policy.blob
      policy.type = sent["type"]?.string ?? policy.type
      policy.extra.merge(sent.without(keys))
      state.policies.store(policy)
      return .document(["policy": .object(document(policy, call))])
    },
    .v3("DELETE", one, "delete_policy") { state, call throws(Refusal) in
      try call.require(.admin, "delete_policy", state)
      _ = try state.policy(call[.policy])
      _ = state.policies.remove(call[.policy])
      return .nothing
    },
  ]

  private static let one: [Route.Segment] = ["policies", .policy]
  private static let keys: Set<String> = ["id", "blob", "type"]
  private static let fields: [(name: String, kind: V3Schema.Kind)] = [
    ("blob", .text()), ("type", .text(0...255)),
  ]
  private static let creation = V3Schema(
    name: "policy",
    fields: fields,
    required: ["blob", "type"]
  )
  private static let change = V3Schema(name: "policy", fields: fields, refusesEmpty: true)

  /// The body, whose schema has the words of old on every release, and is held to it after the
  /// caller.
  private static func body(
    _ schema: V3Schema,
    _ action: String,
    _ state: SandboxState,
    _ call: Call
  ) throws(Refusal) -> JSONObject {
    try call.require(.admin, action, state)
    return try schema.check(call.body, .zed)
  }

  private static func document(_ policy: Policy, _ call: Call) -> JSONObject {
    var document = policy.extra
    document["id"] = .string(policy.id)
    document["blob"] = .string(policy.blob)
    document["type"] = .string(policy.type)
    document["links"] = ["self": call.link("policies/\(policy.id)")]
    return document
  }
}

extension SandboxState {
  /// The policy of that id, or 404.
  func policy(_ id: String) throws(Refusal) -> Policy {
    guard let policy = policies[id] else { throw .unknown("policy", id) }
    return policy
  }
}
