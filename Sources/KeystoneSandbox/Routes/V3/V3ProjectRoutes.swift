/// `/projects`, but for grants and tags.
enum V3ProjectRoutes {
  static let all: [Route] = [
    .v3("GET", ["projects"], "list_projects", getAll),
    .v3("GET", ["projects", .project], "get_project", get),
    .v3("GET", ["users", .user, "projects"], "list_user_projects") {
      state,
      call throws(Refusal) in
      let domainID = state.users[call[.user]]?.domainID
      try call.require(.domainReaderOrSelf(domainID, call[.user]), "list_user_projects", state)
      let user = try state.user(call[.user])
      let own = state.tenantIDs(ofUser: user.id).compactMap { state.tenants[$0] }
      let found = try V3Filter.apply(filters, to: own, call, state.options)
      return try list(state, call, cut: .never).answer(found, call, state.options)
    },
    .v3("POST", ["projects"], "create_project", body: .required("project")) {
      state,
      call throws(Refusal) in
      let domainID = call.newDomainID(state)
      let schema = creation(state.release)
      let sent = try call.body(schema, .domainAdmin(domainID), "create_project", state)
      guard let domainID else {
        guard sent["is_domain"] == true else { throw .noDomainOfAdminToken }
        return .created(["project": document(try state.createDomain(sent), state, call)])
      }
      let project = try state.createProject(sent, in: domainID)
      return .created(["project": document(project, state, call)])
    },
    .v3("PATCH", ["projects", .project], "update_project", body: .required("project")) {
      state,
      call throws(Refusal) in
      let domainID = state.tenants[call[.project]]?.domainID
      let schema = change(state.release)
      let sent = try call.body(schema, .domainAdmin(domainID), "update_project", state)
      let project = try state.updateProject(call[.project], sent, isDomain: false)
      return .document(["project": document(project, state, call, isUpdate: true)])
    },
    .v3("DELETE", ["projects", .project], "delete_project") { state, call throws(Refusal) in
      let domainID = state.tenants[call[.project]]?.domainID
      try call.require(.domainAdmin(domainID), "delete_project", state)
      try state.deleteProject(call[.project])
      return .nothing
    },
  ]

  private static func fields(
    _ release: SandboxRelease
  ) -> [(name: String, kind: V3Schema.Kind)] {
    let fields: [(name: String, kind: V3Schema.Kind)] = [
      ("name", .text(1...64, .notBlank)), ("description", .text(nullable: true)),
      ("enabled", .enabled), ("is_domain", .boolean()),
      ("domain_id", .text(nullable: true)), ("parent_id", .text(nullable: true)),
    ]
    guard release != .pike else { return fields }
    return fields + [
      ("tags", .tags), ("options", .object([("immutable", .boolean(nullable: true))])),
    ]
  }

  private static func creation(_ release: SandboxRelease) -> V3Schema {
    V3Schema(name: "project", fields: fields(release), required: ["name"])
  }

  private static func change(_ release: SandboxRelease) -> V3Schema {
    V3Schema(
      name: "project",
      fields: fields(release),
      refusesEmpty: release != .current
    )
  }

  private static let filters: [V3Filter<Tenant>] = [
    V3Filter(name: "name", value: { $0.name }),
    V3Filter(name: "domain_id", value: { $0.domainID }),
    V3Filter(name: "parent_id", value: { $0.parentID }),
    V3Filter(name: "enabled", kind: .flag, value: { String($0.enabled) }),
  ]

  private static func getAll(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    let own = call.listedDomainID(state)
    try call.require(.domainReader(own), "list_projects", state)
    let asksForDomains = call.parameter("is_domain").map {
      !["false", "0"].contains($0.lowercased())
    }
    var projects = asksForDomains == true ? state.domains.all : state.tenants.all
    if let own { projects = projects.filter { $0.domainID == own } }
    projects = projects.filter { hasTags($0, call) }
    let found = try V3Filter.apply(filters, to: projects, call, state.options)
    return try list(state, call, cut: .pages).answer(found, call, state.options)
  }

  /// The filters by tags: all of them, any of them, and neither.
  private static func hasTags(_ project: Tenant, _ call: Call) -> Bool {
    func tags(_ name: String) -> [String]? {
      call.parameter(name)?.split(separator: ",").map(String.init)
    }
    let own = Set(project.tags.map(ExactText.init))
    func has(_ tag: String) -> Bool { own.contains(ExactText(tag)) }
    return (tags("tags")?.allSatisfy(has) ?? true)
      && (tags("tags-any")?.contains(where: has) ?? true)
      && !(tags("not-tags")?.allSatisfy(has) ?? false)
      && !(tags("not-tags-any")?.contains(where: has) ?? false)
  }

  /// One project, with those above and below it where they are asked for.
  private static func get(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    let id = call[.project]
    let isOwn: Bool
    if case .user(let token) = call.caller.kind {
      isOwn = token.tenantID == id
    } else {
      isOwn = false
    }
    if !isOwn {
      try call.require(.domainReader(state.tenants[id]?.domainID), "get_project", state)
    }
    let project = try state.project(id)
    for kind in ["parents", "subtree"]
    where call.parameter("\(kind)_as_list") != nil && call.parameter("\(kind)_as_ids") != nil {
      throw .badRequest(
        "Cannot use \(kind)_as_list and \(kind)_as_ids query params at the same time."
      )
    }
    var document = document(project, state, call).object ?? [:]
    let links = document.take("links")
    let own = Set(call.caller.userID.map(state.tenantIDs) ?? [])
    if call.parameter("parents_as_list") != nil {
      let above = parents(of: project, state).filter { own.contains($0.id) }
      document["parents"] = .array(above.map { ["project": self.document($0, state, call)] })
    } else if call.parameter("parents_as_ids") != nil {
      document["parents"] = state.parentIDs(of: project)
    }
    if call.parameter("subtree_as_list") != nil {
      let below = state.subtree(of: .project(id)).filter { own.contains($0.id) }
      document["subtree"] = .array(below.map { ["project": self.document($0, state, call)] })
    } else if call.parameter("subtree_as_ids") != nil {
      document["subtree"] = state.childIDs(of: id)
    }
    document["links"] = links
    return .document(["project": .object(document)])
  }

  private static func parents(of project: Tenant, _ state: SandboxState) -> [Tenant] {
    var above: [Tenant] = []
    while let parent = (above.last ?? project).parentID.flatMap({ state.tenants[$0] }) {
      above.append(parent)
    }
    return above
  }

  static func list(
    _ state: SandboxState,
    _ call: Call,
    cut: V3List<Tenant>.Cut
  ) -> V3List<Tenant> {
    V3List(name: "projects", cut: cut, id: \.id) {
      document($0, state, call).object ?? [:]
    }
  }

  private static func document(
    _ project: Tenant,
    _ state: SandboxState,
    _ call: Call,
    isUpdate: Bool = false
  ) -> JSONValue {
    var document = project.extra
    document["id"] = .string(project.id)
    document["name"] = .string(project.name)
    document["domain_id"] = project.domainID.map(JSONValue.string) ?? .null
    document["description"] = project.description
    document["enabled"] = .bool(project.enabled)
    document["parent_id"] = project.parentID.map(JSONValue.string) ?? .null
    document["is_domain"] = .bool(project.isDomain)
    if state.release != .pike {
      document["tags"] = .array(project.tags.map(JSONValue.string))
    }
    if isUpdate { document["extra"] = .object(project.extra) }
    if state.release != .pike { document["options"] = .object(project.options) }
    document["links"] = ["self": call.link("projects/\(project.id)")]
    return .object(document)
  }
}

extension SandboxState {
  /// The ids above a project, each within the one below it; null ends them.
  fileprivate func parentIDs(of project: Tenant) -> JSONValue {
    guard let id = project.parentID else { return .null }
    return .object(JSONObject([(id, tenants[id].map(parentIDs) ?? .null)]))
  }

  /// The ids below a project, each with those below it; null where there are none.
  fileprivate func childIDs(of id: String) -> JSONValue {
    let below = children(of: id)
    return below.isEmpty ? .null : .object(JSONObject(below.map { ($0.id, childIDs(of: $0.id)) }))
  }
}
