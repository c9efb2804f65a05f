/// `/credentials`: an administrator's, and each user's own.
enum V3CredentialRoutes {
  static let all: [Route] = [
    .v3("GET", ["credentials"], "list_credentials") { state, call throws(Refusal) in
      let caller = call.caller
      let release = state.release
      try call.require(.anybody, "list_credentials", state)
      let seen = state.credentials.all.filter { credential in
        caller.passes(.domainReaderOrSelf(nil, credential.userID), release)
      }
      let filters: [V3Filter<Credential>] = [
        V3Filter(name: "user_id", refusesEmpty: false, value: { $0.userID }),
        V3Filter(name: "type", refusesEmpty: false, value: { $0.type }),
      ]
      let found = try V3Filter.apply(filters, to: seen, call, state.options)
      let list = V3List<Credential>(name: "credentials", cut: .never, id: \.id) {
        document($0, call)
      }
      return try list.answer(found, call, state.options)
    },
    .v3("GET", one, "get_credential") { state, call throws(Refusal) in
      let rule = Caller.Rule.domainReaderOrSelf(nil, owner(state, call))
      try call.require(rule, "get_credential", state)
      let credential = try state.credential(call[.credential])
      return .document([wrapper: .object(document(credential, call))])
    },
    .v3("POST", ["credentials"], "create_credential", body: .required(wrapper)) {
      state,
      call throws(Refusal) in
      let owner = call.body.object?["user_id"]?.string ?? ""
      let schema = creation(call.body.object?["type"] == "ec2")
      let sent = try call.body(schema, .adminOrSelf(owner), "create_credential", state)
      let credential = try credential(sent)
      guard state.credentials[credential.id] == nil else {
        throw .conflict("credential", "Duplicate entry found with ID \(credential.id)")
      }
      state.credentials.store(credential)
      return .created([wrapper: .object(document(credential, call))])
    },
    .v3("PATCH", one, "update_credential", body: .required(wrapper)) {
      state,
      call throws(Refusal) in
      let rule = Caller.Rule.adminOrSelf(owner(state, call))
      let sent = try call.body(change(state.release), rule, "update_credential", state)
      var credential = try state.credential(call[.credential])
      credential.blob = sent["blob"]?.string ?? credential.blob
      state.credentials.store(credential)
      return .document([wrapper: .object(document(credential, call))])
    },
    .v3("DELETE", one, "delete_credential") { state, call throws(Refusal) in
      try call.require(.adminOrSelf(owner(state, call)), "delete_credential", state)
      _ = try state.credential(call[.credential])
      _ = state.credentials.remove(call[.credential])
      return .nothing
    },
  ]

  private static let wrapper = "credential"
  private static let one: [Route.Segment] = ["credentials", .credential]
  private static let keys: Set<String> = ["id", "user_id", "project_id", "type", "blob"]
  private static let fields: [(name: String, kind: V3Schema.Kind)] = [
    ("blob", .text()), ("type", .text()), ("user_id", .text()),
    ("project_id", .text(nullable: true)),
  ]

  private static func creation(_ isEC2: Bool) -> V3Schema {
    let required = ["user_id", "type", "blob"] + (isEC2 ? ["project_id"] : [])
    return V3Schema(name: wrapper, fields: fields, required: required)
  }

  /// The newest release changes the text and nothing else.
  private static func change(_ release: SandboxRelease) -> V3Schema {
    guard release == .current else {
      return V3Schema(name: wrapper, fields: fields, refusesEmpty: true)
    }
    return V3Schema(
      name: wrapper,
      fields: [("blob", .text())],
      required: ["blob"],
      isClosed: true
    )
  }

  /// The keys of Amazon's clients are found by the digest of the public one.
  private static func credential(_ sent: JSONObject) throws(Refusal) -> Credential {
    let blob = sent["blob"]?.string ?? ""
    var id = RandomID.hex()
    if sent["type"] == "ec2" {
      guard let pair = try? JSONParser.parse(Array(blob.utf8)).object else {
        throw .badRequest("Invalid blob in credential")
      }
      guard let access = pair["access"]?.string else { throw .missing("access", in: "credential") }
      id = SHA256.hex(of: access)
    }
    return Credential(
      id: id,
      userID: sent["user_id"]?.string ?? "",
      projectID: sent["project_id"] ?? .null,
      type: sent["type"]?.string ?? "",
      blob: blob,
      extra: sent.without(keys)
    )
  }

  private static func owner(_ state: SandboxState, _ call: Call) -> String {
    state.credentials[call[.credential]]?.userID ?? ""
  }

  private static func document(_ credential: Credential, _ call: Call) -> JSONObject {
    var document = credential.extra
    document["id"] = .string(credential.id)
    document["user_id"] = .string(credential.userID)
    document["project_id"] = credential.projectID
    document["type"] = .string(credential.type)
    document["blob"] = .string(credential.blob)
    document["links"] = ["self": call.link("credentials/\(credential.id)")]
    return document
  }
}

extension SandboxState {
  /// The credential of that id, or 404.
  func credential(_ id: String) throws(Refusal) -> Credential {
    guard let credential = credentials[id] else { throw .unknown("credential", id) }
    return credential
  }
}
