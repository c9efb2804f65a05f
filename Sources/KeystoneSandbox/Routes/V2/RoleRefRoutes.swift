/// `/users/{id}/roleRefs`: grants as they were written before tenants were part of the path.
enum RoleRefRoutes {
  static let all = [
    Route("GET", ["users", .user, "roleRefs"], action: "get_role_refs", list),
    Route(
      "POST",
      ["users", .user, "roleRefs"],
      action: "create_role_ref",
      body: .required("role"),
      create
    ),
    Route("DELETE", ["users", .user, "roleRefs", .roleRef], action: "delete_role_ref", delete),
  ]

  private static func list(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    let user = try state.user(call[.user])
    let refs = state.tenantIDs(ofUser: user.id).flatMap { tenantID in
      state.roles(of: GrantTable.Membership(userID: user.id, tenantID: tenantID)).map {
        document(roleID: $0.id, tenantID: tenantID, userID: user.id)
      }
    }
    return .document(["roles": .array(refs)])
  }

  /// The id says it all again, in the form of a query.
  private static func document(roleID: String, tenantID: String, userID: String) -> JSONValue {
    [
      "roleId": .string(roleID),
      "tenantId": .string(tenantID),
      "userId": .string(userID),
      "id": .string("roleId=\(roleID)&tenantId=\(tenantID)&userId=\(userID)"),
    ]
  }

  private static func create(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    guard let role = call.body.object else { throw .unexpected }
    let membership = GrantTable.Membership(
      userID: call[.user],
      tenantID: role["tenantId"]?.string ?? "None"
    )
    let granted = try state.grant(role["roleId"]?.string ?? "None", for: membership)
    return .document(["role": .object(granted.document)])
  }

  private static func delete(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    guard let tenantID = member("tenantId", of: call[.roleRef]),
      let roleID = member("roleId", of: call[.roleRef])
    else { throw .badRequest("'NoneType' object is not subscriptable") }
    try state.takeAway(
      roleID,
      from: GrantTable.Membership(userID: call[.user], tenantID: tenantID)
    )
    return .nothing
  }

  private static func member(_ name: String, of roleRef: String) -> String? {
    for pair in roleRef.split(separator: "&") where pair.hasPrefix(name + "=") {
      return String(pair.dropFirst(name.count + 1))
    }
    return nil
  }
}
