/// `/users/{id}/credentials/OS-EC2`, on both apps: an administrator's and the user's own.
///
/// (`keystone.contrib.ec2.controllers.Ec2Controller`)
enum EC2Routes {
  static let all = [
    Route("GET", list, on: both, action: "Ec2Controller.get_credentials", getAll),
    Route(
      "POST",
      list,
      on: both,
      action: "Ec2Controller.create_credential",
      body: .required("tenant_id"),
      create
    ),
    Route("GET", one, on: both, action: "Ec2Controller.get_credential", get),
    Route("DELETE", one, on: both, action: "Ec2Controller.delete_credential", delete),
  ]

  private static let both: Set<SandboxApp> = [.admin, .public]
  private static let list: [Route.Segment] = ["users", .user, "credentials", "OS-EC2"]
  private static let one: [Route.Segment] = list + [.credential]

  private static func getAll(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try requireAdminOrSelf(call)
    let user = try state.user(call[.user])
    let own = state.ec2Credentials.all.filter { $0.userID == user.id }
    return .document(["credentials": .array(own.map { .object($0.document) })])
  }

  private static func create(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try requireAdminOrSelf(call)
    let user = try state.user(call[.user])
    let tenant = try state.tenant(call.body.string ?? PythonText.of(call.body))
    let credential = EC2Credential(
      access: RandomID.hex(),
      secret: RandomID.hex(),
      userID: user.id,
      tenantID: tenant.id
    )
    state.ec2Credentials.store(credential)
    return .document(["credential": .object(credential.document)])
  }

  /// The user in the path must exist, and need not be the one whose keys they are.
  private static func get(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try requireAdminOrSelf(call)
    _ = try state.user(call[.user])
    return .document(["credential": .object(try credential(state, call).document)])
  }

  private static func delete(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    if try !requireAdminOrSelf(call) {
      guard try credential(state, call).userID == call[.user] else { throw .anothers }
    }
    _ = try state.user(call[.user])
    _ = state.ec2Credentials.remove(try credential(state, call).id)
    return .nothing
  }

  private static func credential(
    _ state: SandboxState,
    _ call: Call
  ) throws(Refusal) -> EC2Credential {
    guard let found = state.ec2Credentials[call[.credential]] else {
      throw .unknown("credential", SHA256.hex(of: call[.credential]))
    }
    return found
  }

  /// Answers whether it is an administrator.
  @discardableResult
  private static func requireAdminOrSelf(_ call: Call) throws(Refusal) -> Bool {
    switch call.caller.kind {
    case .anonymous: throw .unauthorized()
    case .adminToken: return true
    case .user(let token):
      if call.caller.roleNames.contains(where: { $0.lowercased() == "admin" }) { return true }
      guard token.userID == call[.user] else { throw .anothers }
      return false
    }
  }
}

extension Refusal {
  fileprivate static let anothers = Refusal.forbidden(
    "You are not authorized to perform the requested action."
  )
}
