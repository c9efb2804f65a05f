/// `GET /v3/role_assignments`: every grant in one list, which v2.0 lacks.
///
/// There are no groups, domains or inheritance here, so that `effective` makes no difference.
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
    let url = state.options.publicURL + "/v3"
    return .document([
      "role_assignments": .array(state.grants.all.map { document(of: $0, $1, url) }),
      "links": ["next": nil, "self": .string(url + "/role_assignments"), "previous": nil],
    ])
  }

  private static func document(
    of membership: GrantTable.Membership,
    _ roleID: String,
    _ url: String
  ) -> JSONValue {
    let path = "projects/\(membership.tenantID)/users/\(membership.userID)/roles/\(roleID)"
    return [
      "links": ["assignment": .string("\(url)/\(path)")],
      "scope": ["project": ["id": .string(membership.tenantID)]],
      "user": ["id": .string(membership.userID)],
      "role": ["id": .string(roleID)],
    ]
  }
}
