/// `/OS-KSADM/roles`: there is no update, and no way to ask for a name.
enum RoleRoutes {
  static let all = [
    Route("GET", ["OS-KSADM", "roles"], action: "get_roles", list),
    Route("GET", ["OS-KSADM", "roles", .role], action: "get_role", get),
    Route("POST", ["OS-KSADM", "roles"], action: "create_role", body: .required("role"), create),
    Route("DELETE", ["OS-KSADM", "roles", .role], action: "delete_role", delete),
  ]

  private static let creation = BodySchema(
    attributes: [
      .text("name", 1...255, .notBlank),
      .identifier("id", nullable: false),
      .text("description"),
    ],
    required: ["name"]
  )

  private static func list(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    return .document(["roles": .array(state.roles.all.map { .object($0.document) })])
  }

  private static func get(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    return .document(["role": .object(try state.role(call[.role]).document)])
  }

  private static func create(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    let attributes = try creation.check(call.body).renamingKeys(RequestBody.attributeName)
    try call.caller.requireAdmin()
    return .document(["role": .object(try state.createRole(attributes).document)])
  }

  private static func delete(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    try state.deleteRole(call[.role])
    return .nothing
  }
}
