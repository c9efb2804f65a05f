/// `/users/{id}/application_credentials`: only their user makes and deletes them.
enum V3ApplicationCredentialRoutes {
  static let all: [Route] = [
    .v3("GET", path, "list_application_credentials") { state, call throws(Refusal) in
      let action = "list_application_credentials"
      try call.require(.domainReaderOrSelf(nil, call[.user]), action, state)
      let user = try state.user(call[.user])
      let filter = V3Filter<ApplicationCredential>(name: "name", value: { $0.name })
      let own = try V3Filter.apply(
        [filter],
        to: state.applicationCredentials.all.filter { $0.userID == user.id },
        call,
        state.options
      )
      let shown = state
      let list = V3List<ApplicationCredential>(
        name: "application_credentials",
        cut: .never,
        id: \.id
      ) { document($0, shown, call) }
      return try list.answer(own, call, state.options)
    },
    .v3("GET", path + [.applicationCredential], "get_application_credential") {
      state,
      call throws(Refusal) in
      let action = "get_application_credential"
      try call.require(.domainReaderOrSelf(nil, call[.user]), action, state)
      let credential = try state.applicationCredential(call[.applicationCredential])
      return .document(["application_credential": .object(document(credential, state, call))])
    },
    .v3("POST", path, "create_application_credential", body: .required(wrapper)) {
      state,
      call throws(Refusal) in
      let action = "create_application_credential"
      let sent = try call.body(creation, .self(call[.user]), action, state)
      guard case .user(let token) = call.caller.kind else { throw .forbiddenAction }
      guard
        token.credentialID == nil
          || token.credentialID.flatMap({ state.applicationCredentials[$0] })?.isUnrestricted
            == true
      else { throw .forbiddenAction }
      let (credential, secret) = try state.createApplicationCredential(sent, by: token)
      var document = document(credential, state, call)
      let links = document.take("links")
      document["secret"] = .string(secret)
      document["links"] = links
      return .created([wrapper: .object(document)])
    },
    .v3("DELETE", path + [.applicationCredential], "delete_application_credential") {
      state,
      call throws(Refusal) in
      if call.caller.userID != call[.user] {
        try call.require(.admin, "delete_application_credential", state)
      }
      let credential = try state.applicationCredential(call[.applicationCredential])
      _ = state.applicationCredentials.remove(credential.id)
      return .nothing
    },
  ]

  private static let path: [Route.Segment] = ["users", .user, "application_credentials"]
  private static let wrapper = "application_credential"
  private static let creation = V3Schema(
    name: wrapper,
    fields: [
      ("name", .text(1...255, .notBlank)), ("description", .text(nullable: true)),
      ("secret", .text(nullable: true)), ("unrestricted", .boolean(nullable: true)),
    ],
    required: ["name"]
  )

  private static func document(
    _ credential: ApplicationCredential,
    _ state: SandboxState,
    _ call: Call
  ) -> JSONObject {
    let roles = credential.roleIDs.compactMap { state.roles[$0] }
    let rules = credential.accessRuleIDs?.compactMap { state.accessRules[$0] }
    var document: JSONObject = [
      "id": .string(credential.id), "name": .string(credential.name),
      "description": credential.description, "user_id": .string(credential.userID),
      "project_id": credential.projectID.isEmpty ? .null : .string(credential.projectID),
      "system": .null, "expires_at": credential.expires, "unrestricted": credential.unrestricted,
      "roles": .array(roles.map { .object(state.document(of: $0)) }),
    ]
    if let rules { document["access_rules"] = .array(rules.map { .object($0.document) }) }
    document["links"] = ["self": call.link("application_credentials/\(credential.id)")]
    return document
  }
}
