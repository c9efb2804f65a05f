/// `/groups` and who is in them.
enum V3GroupRoutes {
  static let all: [Route] = [
    .v3("GET", ["groups"], "list_groups") { state, call throws(Refusal) in
      let own = call.listedDomainID(state)
      try call.require(.domainReader(own), "list_groups", state)
      let groups = state.groups.all.filter { own == nil || $0.domainID == own }
      let found = try V3Filter.apply(filters, to: groups, call, state.options)
      return try list(call, cut: .pagesOfListLimit).answer(found, call, state.options)
    },
    .v3("GET", ["groups", .group], "get_group") { state, call throws(Refusal) in
      try call.require(.domainReader(domainID(state, call)), "get_group", state)
      return .document(["group": .object(document(try state.group(call[.group]), call))])
    },
    .v3("POST", ["groups"], "create_group", body: .required("group")) {
      state,
      call throws(Refusal) in
      let domainID = call.newDomainID(state)
      let sent = try call.body(creation, .domainAdmin(domainID), "create_group", state)
      guard let domainID else { throw .noDomainOfAdminToken }
      let group = try state.createGroup(sent, in: domainID)
      return .created(["group": .object(document(group, call))])
    },
    .v3("PATCH", ["groups", .group], "update_group", body: .required("group")) {
      state,
      call throws(Refusal) in
      let rule = Caller.Rule.domainAdmin(domainID(state, call))
      let sent = try call.body(change, rule, "update_group", state)
      let group = try state.updateGroup(call[.group], sent)
      return .document(["group": .object(document(group, call))])
    },
    .v3("DELETE", ["groups", .group], "delete_group") { state, call throws(Refusal) in
      try call.require(.domainAdmin(domainID(state, call)), "delete_group", state)
      try state.deleteGroup(call[.group])
      return .nothing
    },
    .v3("GET", ["groups", .group, "users"], "list_users_in_group") { state, call throws(Refusal) in
      try call.require(.domainReader(domainID(state, call)), "list_users_in_group", state)
      let group = try state.group(call[.group])
      let users = state.derivedGrants.members.filter { $0.groupID == group.id }
        .compactMap { state.users[$0.userID] }
      return try V3UserRoutes.list(call, cut: .firstPageOfListLimit)
        .answer(users, call, state.options)
    },
    .v3("GET", ["users", .user, "groups"], "list_groups_for_user") { state, call throws(Refusal) in
      let domainID = state.users[call[.user]]?.domainID
      try call.require(.domainReaderOrSelf(domainID, call[.user]), "list_groups_for_user", state)
      let user = try state.user(call[.user])
      let groups = state.groupIDs(ofUser: user.id).compactMap { state.groups[$0] }
      let isExpiryShown = state.release != .pike
      return try list(call, cut: .firstPageOfListLimit, showsExpiry: isExpiryShown)
        .answer(groups, call, state.options)
    },
    .v3("GET", member, "check_user_in_group") { state, call throws(Refusal) in
      try call.require(.domainReader(domainID(state, call)), "check_user_in_group", state)
      _ = try state.member(call[.user], ofGroup: call[.group])
      return .nothing
    },
    .v3("PUT", member, "add_user_to_group") { state, call throws(Refusal) in
      try call.require(.domainAdmin(domainID(state, call)), "add_user_to_group", state)
      try state.addMember(call[.user], toGroup: call[.group])
      return .nothing
    },
    .v3("DELETE", member, "remove_user_from_group") { state, call throws(Refusal) in
      try call.require(.domainAdmin(domainID(state, call)), "remove_user_from_group", state)
      try state.removeMember(call[.user], fromGroup: call[.group])
      return .nothing
    },
  ]

  private static let member: [Route.Segment] = ["groups", .group, "users", .user]
  private static let fields: [(name: String, kind: V3Schema.Kind)] = [
    ("name", .text(1...64, .notBlank)), ("description", .text(nullable: true)),
    ("domain_id", .text(nullable: true)),
  ]
  private static let creation = V3Schema(name: "group", fields: fields, required: ["name"])
  private static let change = V3Schema(name: "group", fields: fields, refusesEmpty: true)
  private static let filters: [V3Filter<Group>] = [
    V3Filter(name: "name", value: { $0.name }), V3Filter(name: "domain_id", value: { $0.domainID }),
  ]

  private static func domainID(_ state: SandboxState, _ call: Call) -> String? {
    state.groups[call[.group]]?.domainID
  }

  private static func list(
    _ call: Call,
    cut: V3List<Group>.Cut,
    showsExpiry: Bool = false
  ) -> V3List<Group> {
    V3List(name: "groups", cut: cut, id: \.id) { document($0, call, showsExpiry: showsExpiry) }
  }

  private static func document(
    _ group: Group,
    _ call: Call,
    showsExpiry: Bool = false
  ) -> JSONObject {
    var document = group.extra
    document["id"] = .string(group.id)
    document["name"] = .string(group.name)
    document["domain_id"] = .string(group.domainID)
    document["description"] = group.description
    if showsExpiry { document["membership_expires_at"] = .null }
    document["links"] = ["self": call.link("groups/\(group.id)")]
    return document
  }
}
