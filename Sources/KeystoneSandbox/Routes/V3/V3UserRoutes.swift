/// `/users`, but for grants and application credentials.
enum V3UserRoutes {
  static let all: [Route] = [
    .v3("GET", ["users"], "list_users") { state, call throws(Refusal) in
      let own = call.listedDomainID(state)
      try call.require(.domainReader(own), "list_users", state)
      let users =
        own.map { own in state.users.all.filter { $0.domainID == own } } ?? state.users.all
      let found = try V3Filter.apply(filters, to: users, call, state.options)
      return try list(call, cut: .pagesOfListLimit).answer(found, call, state.options)
    },
    .v3("GET", ["users", .user], "get_user") { state, call throws(Refusal) in
      let domainID = state.users[call[.user]]?.domainID
      try call.require(.domainReaderOrSelf(domainID, call[.user]), "get_user", state)
      return .document(["user": .object(document(try state.user(call[.user]), call))])
    },
    .v3("POST", ["users"], "create_user", body: .required("user")) { state, call throws(Refusal) in
      let domainID = call.newDomainID(state)
      let schema = creation(state.release)
      let sent = try call.body(schema, .domainAdmin(domainID), "create_user", state)
      guard let domainID else { throw .noDomainOfAdminToken }
      let user = try state.createUser(sent, in: domainID)
      return .created(["user": .object(document(user, call))])
    },
    .v3("PATCH", ["users", .user], "update_user", body: .required("user")) {
      state,
      call throws(Refusal) in
      let domainID = state.users[call[.user]]?.domainID
      let schema = change(state.release)
      let sent = try call.body(schema, .domainAdmin(domainID), "update_user", state)
      let user = try state.updateVersion3User(call[.user], sent)
      return .document(["user": .object(document(user, call, isUpdate: true))])
    },
    .v3("DELETE", ["users", .user], "delete_user") { state, call throws(Refusal) in
      try call.require(.domainAdmin(state.users[call[.user]]?.domainID), "delete_user", state)
      try state.deleteUser(call[.user])
      return .nothing
    },
    .v3(
      "POST",
      ["users", .user, "password"],
      "UserV3.change_password",
      body: .required("user"),
      changePassword
    ),
  ]

  private static let filters: [V3Filter<User>] = [
    V3Filter(name: "name", value: { $0.name }), V3Filter(name: "domain_id", value: { $0.domainID }),
    V3Filter(name: "enabled", kind: .flag, value: { String($0.enabled) }),
  ]

  private static func fields(
    _ release: SandboxRelease
  ) -> [(name: String, kind: V3Schema.Kind)] {
    var flags = [
      "ignore_change_password_upon_first_use", "ignore_password_expiry",
      "ignore_lockout_failure_attempts", "multi_factor_auth_enabled",
    ]
    if release != .pike { flags += ["lock_password", "ignore_user_inactivity"] }
    let options = flags.map { (name: $0, kind: V3Schema.Kind.boolean(nullable: true)) }
    return [
      ("name", .text(release == .pike ? 1...Int.max : 1...255, .notBlank)),
      ("password", .text(nullable: true)),
      ("enabled", .enabled), ("description", .text(nullable: true)),
      ("domain_id", .text(nullable: true)), ("default_project_id", .text(nullable: true)),
      ("options", .object(options + [("multi_factor_auth_rules", .rules)])),
    ]
  }

  private static func creation(_ release: SandboxRelease) -> V3Schema {
    V3Schema(name: "user", fields: fields(release), required: ["name"])
  }

  private static func change(_ release: SandboxRelease) -> V3Schema {
    V3Schema(name: "user", fields: fields(release), refusesEmpty: true)
  }

  /// The one way to change a password that must be changed.
  ///
  /// Nobody needs a token: the original password is the proof.
  private static func changePassword(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    guard let sent = call.body.object else { throw .unexpected }
    let (original, password) = try passwords(sent, state.release)
    let user: User
    do throws(Refusal) {
      user = try state.authenticate(.id(call[.user]), original, now: call.now)
    } catch {
      throw state.release == .pike ? error : .unauthorized()
    }
    guard user.options["lock_password"] != true else { throw .passwordLocked }
    try state.changePassword(of: user, to: password)
    return .nothing
  }

  private static func passwords(
    _ sent: JSONObject,
    _ release: SandboxRelease
  ) throws(Refusal) -> (original: String, new: String) {
    guard release == .pike else {
      // The words of this schema are many on every release.
      let schema = V3Schema(
        name: "user",
        fields: [("original_password", .text()), ("password", .text())],
        required: ["original_password", "password"]
      )
      let checked = try schema.check(.object(sent), .zed)
      return (checked["original_password"]?.string ?? "", checked["password"]?.string ?? "")
    }
    for key in ["original_password", "password"] where (sent[key] ?? .null) == .null {
      throw .missing(key, in: "user")
    }
    guard let original = sent["original_password"]?.string, let password = sent["password"]?.string
    else { throw .missing("string", in: "password") }
    return (original, password)
  }

  static func list(_ call: Call, cut: V3List<User>.Cut) -> V3List<User> {
    V3List(name: "users", cut: cut, id: \.id) { document($0, call) }
  }

  private static func document(
    _ user: User,
    _ call: Call,
    isUpdate: Bool = false
  ) -> JSONObject {
    var document = user.extra
    document["id"] = .string(user.id)
    document["name"] = .string(user.name)
    document["domain_id"] = .string(user.domainID)
    document["enabled"] = .bool(user.enabled)
    if let id = user.defaultTenantID { document["default_project_id"] = .string(id) }
    document["password_expires_at"] = user.passwordExpiry
    if isUpdate { document["extra"] = .object(user.extra) }
    document["options"] = .object(user.options)
    document["links"] = ["self": call.link("users/\(user.id)")]
    return document
  }
}

extension Refusal {
  fileprivate static let passwordLocked = Refusal.badRequest(
    "You cannot change your password at this time due to password policy disallowing password "
      + "changes. Please contact your administrator to reset your password."
  )
}
