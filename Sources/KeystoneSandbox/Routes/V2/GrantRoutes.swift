/// Who has which role in which tenant.
enum GrantRoutes {
  static let all = [
    Route("GET", ["tenants", .tenant, "users", .user, "roles"], action: "get_user_roles", list),
    Route("PUT", grant, action: "add_role_to_user", add),
    Route("DELETE", grant, action: "remove_role_from_user", remove),
    Route("GET", ["users", .user, "roles"], action: "get_user_roles", refuse),
    Route("PUT", withoutTenant, action: "add_role_to_user", refuse),
    Route("DELETE", withoutTenant, action: "remove_role_from_user", refuse),
  ]

  private static let grant: [Route.Segment] = [
    "tenants", .tenant, "users", .user, "roles", "OS-KSADM", .role,
  ]
  private static let withoutTenant: [Route.Segment] = ["users", .user, "roles", "OS-KSADM", .role]

  private static func membership(_ call: Call) -> GrantTable.Membership {
    GrantTable.Membership(userID: call[.user], tenantID: call[.tenant])
  }

  private static func list(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    let roles = try state.rolesOfExisting(membership(call))
    return .document(["roles": .array(roles.map { .object($0.document) })])
  }

  private static func add(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    let role = try state.grant(call[.role], for: membership(call))
    return .document(["role": .object(role.document)])
  }

  private static func remove(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    try state.takeAway(call[.role], from: membership(call))
    return .nothing
  }

  /// Roles of a user in no tenant: the routes are there, and answer 501.
  private static func refuse(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    throw .noRolesWithoutTenant
  }
}
