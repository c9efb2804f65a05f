/// `/users`, but for a user's roles.
enum UserRoutes {
  static let all = [
    Route("GET", ["users"], action: "get_users", list),
    Route("GET", ["users", .user], action: "get_user", get),
    Route("POST", ["users"], action: "create_user", body: .required("user"), create),
    Route("DELETE", ["users", .user], action: "delete_user", delete),
    put([], "update_user", update),
    put(["OS-KSADM", "enabled"], "set_user_enabled", setEnabled),
    put(["OS-KSADM", "password"], "set_user_password", setPassword),
    put(["OS-KSADM", "tenant"], "update_user", update),
    // The same three as the very first release had them.
    put(["enabled"], "set_user_enabled", setEnabled),
    put(["password"], "set_user_password", setPassword),
    put(["tenant"], "update_user", update),
  ]

  private static func put(
    _ path: [Route.Segment],
    _ action: String,
    _ respond: @escaping Route.Respond
  ) -> Route {
    Route(
      "PUT",
      ["users", .user] + path,
      action: action,
      body: .required("user"),
      respond
    )
  }

  private static let attributes: [BodySchema.Attribute] = [
    .text("description", nullable: true),
    .bool("enabled"),
    .identifier("tenantId", nullable: true),
    .text("name", 1...Int.max, .notBlank),
    .text("username", 1...Int.max, .notBlank),
    .text("password", nullable: true),
  ]
  private static let creation = BodySchema(attributes: attributes, required: ["username", "name"])
  private static let change = BodySchema(attributes: attributes)
  private static let enabling = BodySchema(attributes: [.bool("enabled")], required: ["enabled"])

  /// All users; with `?name=`, even an empty one, the one of that name in an object of its own.
  private static func list(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    if let name = call.parameter("name") {
      guard let user = state.users.named(name) else { throw .unknown("user", name) }
      return .document(["user": .object(user.document)])
    }
    let users = state.users.all.filter { $0.domainID == SandboxState.domainID }
    return .document(["users": .array(users.map { .object($0.document) })])
  }

  private static func get(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    return .document(["user": .object(try state.user(call[.user]).document)])
  }

  private static func create(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    var attributes = naming(passwordAliased(try creation.check(call.body)))
    attributes = attributes.renamingKeys(RequestBody.attributeName)
    try call.caller.requireAdmin()
    return .document(["user": .object(try state.createUser(attributes).document)])
  }

  private static func update(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try changed(&state, call, try change.check(call.body))
  }

  private static func setEnabled(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    _ = try enabling.check(call.body)
    return try update(&state, call)
  }

  /// Despite its name it requires nothing, a password least of all.
  private static func setPassword(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    guard let body = call.body.object else {
      throw .badRequest(
        "argument of type '\(PythonText.typeName(of: call.body))' is not iterable"
      )
    }
    return try changed(
      &state,
      call,
      try change.check(.object(passwordAliased(body)))
    )
  }

  private static func changed(
    _ state: inout SandboxState,
    _ call: Call,
    _ attributes: JSONObject
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    let user = try state.updateUser(call[.user], naming(attributes))
    return .document(["user": .object(user.documentAfterUpdate)])
  }

  private static func delete(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    try state.deleteUser(call[.user])
    return .nothing
  }

  /// `username` alone counts as the name; beside a `name` it is an extra attribute.
  private static func naming(_ attributes: JSONObject) -> JSONObject {
    var attributes = attributes
    if attributes["name"] == nil, let name = attributes.take("username") {
      attributes["name"] = name
    }
    return attributes
  }

  /// `OS-KSADM:password` stands for `password`, but only at creation and on the password's route.
  private static func passwordAliased(_ attributes: JSONObject) -> JSONObject {
    var attributes = attributes
    if let password = attributes.take("OS-KSADM:password") {
      attributes["password"] = password
    }
    return attributes
  }
}
