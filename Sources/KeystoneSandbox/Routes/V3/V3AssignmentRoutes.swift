/// `GET /v3/role_assignments`: every grant in one list, which v2.0 lacks.
///
/// With `effective` it has the roles that users have, whatever they come from; without, what was
/// granted, to whom and where. Nothing cuts it off.
enum V3AssignmentRoutes {
  static let all: [Route] = [
    .v3("GET", ["role_assignments"], "list_role_assignments", list)
  ]

  /// One row: what was granted, or what a user has by it.
  private struct Row {
    let granted: Assignment
    let actor: Assignment.Actor
    let target: Assignment.Target
    let roleID: String
    var priorRoleID: String?
  }

  private static func list(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try check(call, state.release)
    let own = call.caller.scopeDomainID
    try call.require(.domainReader(own), "list_role_assignments", state)
    if call.isOn("effective"), call.parameter("group.id") != nil {
      throw .badRequest("Combining effective and group filter will always result in an empty list.")
    }
    guard call.parameter("scope.project.id") == nil || call.parameter("scope.domain.id") == nil
    else { throw .badRequest("Specify a domain or project, not both") }
    let rows = rows(state, call).filter { row in
      isWanted(row, state, call) && (own == nil || isIn(own, row.target, state))
    }
    let names = call.isOn("include_names")
    var documents: [JSONValue] = []
    for row in rows {
      documents.append(.object(try document(of: row, names: names, state, call)))
    }
    return .document([
      "role_assignments": .array(documents),
      "links": ["next": nil, "self": call.ownLink, "previous": nil],
    ])
  }

  private static func check(_ call: Call, _ release: SandboxRelease) throws(Refusal) {
    if let user = call.parameter("user.id"), let group = call.parameter("group.id") {
      guard release == .current else { throw .badRequest("Specify a user or group, not both") }
      let shown = "[('user.id', \(PythonText.of(user))), ('group.id', \(PythonText.of(group)))]"
      throw .badRequest(
        "ImmutableMultiDict(\(shown)) is valid under each of {'required': ['group.id']}, "
          + "{'required': ['user.id']}"
      )
    }
    if call.isOn("include_subtree"), call.parameter("scope.project.id") == nil {
      throw .badRequest(
        release == .current
          ? "'scope.project.id' is a dependency of 'include_subtree'"
          : "scope.project.id must be specified if include_subtree is also specified"
      )
    }
  }

  private static func rows(_ state: SandboxState, _ call: Call) -> [Row] {
    guard call.isOn("effective") else {
      return state.allAssignments.map {
        Row(granted: $0, actor: $0.actor, target: $0.target, roleID: $0.roleID)
      }
    }
    let grants =
      call.parameter("user.id").map(state.effectiveGrants(ofUser:)) ?? state.effectiveGrants
    // Keystone does not work out what holds on the system.
    return grants.filter { $0.target != .system }.map {
      Row(
        granted: $0.granted,
        actor: .user($0.userID),
        target: $0.target,
        roleID: $0.roleID,
        priorRoleID: $0.priorRoleID
      )
    }
  }

  private static func isWanted(_ row: Row, _ state: SandboxState, _ call: Call) -> Bool {
    if let id = call.parameter("user.id"), row.actor != .user(id) { return false }
    if let id = call.parameter("group.id"), row.actor != .group(id) { return false }
    if let id = call.parameter("role.id"), row.roleID != id { return false }
    if let id = call.parameter("scope.domain.id"), row.target != .domain(id) { return false }
    // With `effective` nobody asks for the system, and else its rows pass as inherited ones.
    let knowsSystem = state.release != .pike && !call.isOn("effective")
    if call.parameter("scope.system") != nil, knowsSystem, row.target != .system {
      return false
    }
    if call.parameter("scope.OS-INHERIT:inherited_to") != nil, !row.granted.isInherited,
      row.target != .system
    {
      return false
    }
    if let id = call.parameter("scope.project.id"), row.target != .project(id) {
      guard call.isOn("include_subtree"), case .project(let below) = row.target else {
        return false
      }
      return state.subtree(of: .project(id)).contains { $0.id == below }
    }
    return true
  }

  private static func isIn(
    _ domainID: String?,
    _ target: Assignment.Target,
    _ state: SandboxState
  ) -> Bool {
    switch target {
    case .system: false
    case .domain(let id): id == domainID
    case .project(let id): state.tenants[id]?.domainID == domainID
    }
  }

  private static func document(
    of row: Row,
    names: Bool,
    _ state: SandboxState,
    _ call: Call
  ) throws(Refusal) -> JSONObject {
    var links: JSONObject = [:]
    if case .group(let id) = row.granted.actor, case .user(let userID) = row.actor {
      links["membership"] = call.link("groups/\(id)/users/\(userID)")
    }
    links["assignment"] = call.link(path(of: row))
    if let prior = row.priorRoleID {
      links["prior_role"] = call.link("prior_role/\(row.roleID)/implies/\(prior)")
    }
    var document: JSONObject = [
      "links": .object(links), "scope": .object(try scope(of: row, names: names, state)),
    ]
    switch row.actor {
    case .user(let id):
      let user = state.users[id]
      document["user"] = named(id, user?.name, user?.domainID, names: names, state)
    case .group(let id):
      let group = state.groups[id]
      document["group"] = named(id, group?.name, group?.domainID, names: names, state)
    }
    let role = state.roles[row.roleID]
    var shown: JSONObject = ["id": .string(row.roleID)]
    if names {
      shown["name"] = .string(role?.name ?? "")
      if let domainID = role?.domainID.string {
        // A role stays when its domain goes, and then there is none to name.
        _ = try state.domain(domainID)
        shown["domain"] = state.shortDomain(domainID)
      }
    }
    document["role"] = .object(shown)
    return document
  }

  private static func scope(
    of row: Row,
    names: Bool,
    _ state: SandboxState
  ) throws(Refusal) -> JSONObject {
    var scope: JSONObject
    switch row.target {
    case .system: return ["system": ["all": true]]
    case .domain(let id):
      scope = ["domain": names ? state.shortDomain(id) : ["id": .string(id)]]
    case .project(let id):
      // A domain where a project belongs has no domain to name, and everybody's list ends here.
      guard !names || state.domains[id] == nil else { throw .unknown("domain", "None") }
      let project = state.tenants[id]
      scope = ["project": named(id, project?.name, project?.domainID, names: names, state)]
    }
    if row.granted.isInherited { scope["OS-INHERIT:inherited_to"] = "projects" }
    return scope
  }

  private static func named(
    _ id: String,
    _ name: String?,
    _ domainID: String?,
    names: Bool,
    _ state: SandboxState
  ) -> JSONValue {
    guard names else { return ["id": .string(id)] }
    return [
      "id": .string(id), "name": .string(name ?? ""), "domain": state.shortDomain(domainID ?? ""),
    ]
  }

  /// The path of what was granted; of a role that is implied, by what it is implied.
  private static func path(of row: Row) -> String {
    let roleID = row.priorRoleID ?? row.roleID
    let holder =
      switch row.granted.actor {
      case .user(let id): "users/\(id)"
      case .group(let id): "groups/\(id)"
      }
    let place =
      switch row.granted.isInherited ? row.granted.target : row.target {
      case .project(let id): "projects/\(id)"
      case .domain(let id): "domains/\(id)"
      case .system: "system"
      }
    return row.granted.isInherited
      ? "OS-INHERIT/\(place)/\(holder)/roles/\(roleID)/inherited_to_projects"
      : "\(place)/\(holder)/roles/\(roleID)"
  }
}
