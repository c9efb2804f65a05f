/// Roles that hold in every tenant of a domain, and roles that bring others along.
enum V3InheritanceRoutes {
  static let all = [
    route("PUT", inherited, "GrantAssignmentV3.create_grant", addInherited),
    route("DELETE", inherited, "GrantAssignmentV3.revoke_grant", removeInherited),
    route("PUT", implication, "RoleV3.create_implied_role", imply),
    route("DELETE", implication, "RoleV3.delete_implied_role", stopImplying),
  ]

  private static let inherited: [Route.Segment] = [
    "OS-INHERIT", "domains", .domain, "users", .user, "roles", .role, "inherited_to_projects",
  ]
  private static let implication: [Route.Segment] = [
    "roles", .priorRole, "implies", .impliedRole,
  ]

  private static func route(
    _ method: String,
    _ path: [Route.Segment],
    _ action: String,
    _ respond: @escaping Route.Respond
  ) -> Route {
    Route(method, path, on: [.admin, .public], action: action, respond)
  }

  private static func addInherited(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.require(["admin"], action: "identity:create_grant")
    try requireDefault(call[.domain])
    try state.grantInherited(call[.role], to: call[.user])
    return .nothing
  }

  private static func removeInherited(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.require(["admin"], action: "identity:revoke_grant")
    try requireDefault(call[.domain])
    try state.revokeInherited(call[.role], from: call[.user])
    return .nothing
  }

  /// There is no other domain here.
  private static func requireDefault(_ domainID: String) throws(Refusal) {
    guard domainID == SandboxState.domainID else { throw .unknown("domain", domainID) }
  }

  private static func imply(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.require(["admin"], action: "identity:create_implied_role")
    let prior = try state.role(call[.priorRole])
    let implied = try state.role(call[.impliedRole])
    try state.imply(implied.id, by: prior.id)
    let url = state.options.publicURL + "/v3/roles"
    return .created([
      "role_inference": ["prior_role": short(prior, url), "implies": short(implied, url)],
      "links": ["self": .string("\(url)/\(prior.id)/implies/\(implied.id)")],
    ])
  }

  private static func stopImplying(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.require(["admin"], action: "identity:delete_implied_role")
    try state.stopImplying(call[.impliedRole], by: call[.priorRole])
    return .nothing
  }

  private static func short(_ role: Role, _ url: String) -> JSONValue {
    [
      "id": .string(role.id), "links": ["self": .string("\(url)/\(role.id)")],
      "name": .string(role.name),
    ]
  }
}
