/// `/v3/groups` and what they are granted, as far as v2.0 feels it.
enum V3GroupRoutes {
  static let all = [
    route("POST", ["groups"], "GroupV3.create_group", body: .required("group"), create),
    route("PUT", member, "UserV3.add_user_to_group", addMember),
    route("DELETE", member, "UserV3.remove_user_from_group", removeMember),
    route("PUT", grant, "GrantAssignmentV3.create_grant", addGrant),
    route("DELETE", grant, "GrantAssignmentV3.revoke_grant", removeGrant),
  ]

  private static let member: [Route.Segment] = ["groups", .group, "users", .user]
  private static let grant: [Route.Segment] = [
    "projects", .project, "groups", .group, "roles", .role,
  ]

  private static func route(
    _ method: String,
    _ path: [Route.Segment],
    _ action: String,
    body: Route.Body = .nothing,
    _ respond: @escaping Route.Respond
  ) -> Route {
    Route(method, path, on: [.admin, .public], action: action, body: body, respond)
  }

  private static func create(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.require(["admin"], action: "identity:create_group")
    guard let sent = call.body.object else { throw .unexpected }
    let group = try state.createGroup(
      name: sent["name"]?.string ?? "",
      description: sent["description"] ?? ""
    )
    let url = "\(state.options.publicURL)/v3/groups/\(group.id)"
    return .created([
      "group": [
        "id": .string(group.id), "name": .string(group.name),
        "domain_id": .string(SandboxState.domainID), "description": group.description,
        "links": ["self": .string(url)],
      ]
    ])
  }

  private static func addMember(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.require(["admin"], action: "identity:add_user_to_group")
    try state.addMember(call[.user], toGroup: call[.group])
    return .nothing
  }

  private static func removeMember(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.require(["admin"], action: "identity:remove_user_from_group")
    try state.removeMember(call[.user], fromGroup: call[.group])
    return .nothing
  }

  private static func addGrant(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.require(["admin"], action: "identity:create_grant")
    try state.grant(call[.role], toGroup: call[.group], in: call[.project])
    return .nothing
  }

  private static func removeGrant(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.require(["admin"], action: "identity:revoke_grant")
    try state.revoke(call[.role], fromGroup: call[.group], in: call[.project])
    return .nothing
  }
}
