/// `GET /v3/role_assignments`: every grant in one list, which v2.0 lacks.
///
/// With `effective` it has the roles that users have, whatever they come from; without, what was
/// granted, to whom and where. No `list_limit` cuts it off.
enum V3AssignmentRoutes {
  static let all = [
    Route(
      "GET",
      ["role_assignments"],
      on: [.admin, .public],
      action: "list_role_assignments",
      list
    )
  ]

  private static func list(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.require(["admin"], action: "identity:list_role_assignments")
    let root = state.options.publicURL + "/v3"
    let rows =
      call.isOn("effective")
      ? state.effectiveGrants.map { document(of: $0, root) }
      : ownGrants(state, root) + derivedGrants(state.derivedGrants, root)
    let wanted = rows.filter { row in
      filters.allSatisfy { parameter, path in
        call.parameter(parameter).map { text(at: path, in: row) == $0 } ?? true
      }
    }
    return .document(
      V3List.document("role_assignments", wanted, call, state.options, isLimited: false)
    )
  }

  /// The parameters that narrow the list, and where in a row their value stands.
  private static let filters = [
    ("user.id", ["user", "id"]), ("group.id", ["group", "id"]), ("role.id", ["role", "id"]),
    ("scope.project.id", ["scope", "project", "id"]),
    ("scope.domain.id", ["scope", "domain", "id"]),
  ]

  private static func text(at path: [String], in row: JSONValue) -> String? {
    var value = row
    for key in path {
      value = value.object?[key] ?? .null
    }
    return value.string
  }

  private static func ownGrants(_ state: SandboxState, _ root: String) -> [JSONValue] {
    state.grants.all.map { membership, roleID in
      row(
        links: ["assignment": path(of: membership, roleID, .own, root)],
        scope: ["project": ["id": .string(membership.tenantID)]],
        actor: ("user", membership.userID),
        roleID
      )
    }
  }

  private static func derivedGrants(_ grants: DerivedGrants, _ root: String) -> [JSONValue] {
    let byGroup = grants.groupGrants.map { grant in
      let membership = GrantTable.Membership(userID: "", tenantID: grant.tenantID)
      return row(
        links: ["assignment": path(of: membership, grant.roleID, .group(grant.groupID), root)],
        scope: ["project": ["id": .string(grant.tenantID)]],
        actor: ("group", grant.groupID),
        grant.roleID
      )
    }
    let byDomain = grants.inherited.map { grant in
      let membership = GrantTable.Membership(userID: grant.userID, tenantID: "")
      return row(
        links: ["assignment": path(of: membership, grant.roleID, .domain, root)],
        scope: [
          "domain": ["id": .string(SandboxState.domainID)], "OS-INHERIT:inherited_to": "projects",
        ],
        actor: ("user", grant.userID),
        grant.roleID
      )
    }
    return byGroup + byDomain
  }

  private static func document(of grant: EffectiveGrant, _ root: String) -> JSONValue {
    let membership = grant.membership
    let granted = grant.priorRoleID ?? grant.roleID
    var links: JSONObject = [:]
    var scope: JSONObject = ["project": ["id": .string(membership.tenantID)]]
    switch grant.origin {
    case .own: break
    case .group(let id):
      links["membership"] = .string("\(root)/groups/\(id)/users/\(membership.userID)")
    case .domain: scope["OS-INHERIT:inherited_to"] = "projects"
    }
    links["assignment"] = path(of: membership, granted, grant.origin, root)
    if let prior = grant.priorRoleID {
      links["prior_role"] = .string("\(root)/prior_role/\(grant.roleID)/implies/\(prior)")
    }
    return row(links: links, scope: scope, actor: ("user", membership.userID), grant.roleID)
  }

  private static func path(
    of membership: GrantTable.Membership,
    _ roleID: String,
    _ origin: EffectiveGrant.Origin,
    _ root: String
  ) -> JSONValue {
    let path =
      switch origin {
      case .own: "projects/\(membership.tenantID)/users/\(membership.userID)/roles/\(roleID)"
      case .group(let id): "projects/\(membership.tenantID)/groups/\(id)/roles/\(roleID)"
      case .domain:
        "OS-INHERIT/domains/\(SandboxState.domainID)/users/\(membership.userID)"
          + "/roles/\(roleID)/inherited_to_projects"
      }
    return .string("\(root)/\(path)")
  }

  private static func row(
    links: JSONObject,
    scope: JSONObject,
    actor: (kind: String, id: String),
    _ roleID: String
  ) -> JSONValue {
    var row: JSONObject = ["links": .object(links), "scope": .object(scope)]
    row[actor.kind] = ["id": .string(actor.id)]
    row["role"] = ["id": .string(roleID)]
    return .object(row)
  }
}
