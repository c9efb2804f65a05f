/// `/users/{id}/access_rules`: what application credentials were made for; they stay when those go.
enum V3AccessRuleRoutes {
  static let all: [Route] = [
    .v3("GET", path, "list_access_rules") { state, call throws(Refusal) in
      try call.require(.domainReaderOrSelf(nil, call[.user]), "list_access_rules", state)
      let filters: [V3Filter<AccessRule>] = [
        V3Filter(name: "service", refusesEmpty: false, value: { $0.service.string }),
        V3Filter(name: "path", refusesEmpty: false, value: { $0.path.string }),
        V3Filter(name: "method", refusesEmpty: false, value: { $0.method.string }),
      ]
      let own = state.accessRules.all.filter { $0.userID == call[.user] }
      let found = try V3Filter.apply(filters, to: own, call, state.options)
      let list = V3List<AccessRule>(name: "access_rules", cut: .never, id: \.id) {
        document($0, call)
      }
      return try list.answer(found, call, state.options)
    },
    .v3("GET", path + [.accessRule], "get_access_rule") { state, call throws(Refusal) in
      try call.require(.domainReaderOrSelf(nil, call[.user]), "get_access_rule", state)
      let rule = try state.accessRule(call[.accessRule], of: call[.user])
      return .document(["access_rule": .object(document(rule, call))])
    },
    .v3("DELETE", path + [.accessRule], "delete_access_rule") { state, call throws(Refusal) in
      try call.require(.adminOrSelf(call[.user]), "delete_access_rule", state)
      let rule = try state.accessRule(call[.accessRule], of: call[.user])
      let isUsed = state.applicationCredentials.all.contains {
        $0.accessRuleIDs?.contains(rule.id) ?? false
      }
      guard !isUsed else { throw .forbidden("May not delete access rule in use") }
      _ = state.accessRules.remove(rule.id)
      return .nothing
    },
  ]

  private static let path: [Route.Segment] = ["users", .user, "access_rules"]

  private static func document(_ rule: AccessRule, _ call: Call) -> JSONObject {
    var document = rule.document
    document["links"] = ["self": call.link("access_rules/\(rule.id)")]
    return document
  }
}

extension AccessRule {
  /// The rule without its link.
  var document: JSONObject {
    ["id": .string(id), "service": service, "path": path, "method": method]
  }
}

extension SandboxState {
  /// The rule of a user, or 404.
  func accessRule(_ id: String, of userID: String) throws(Refusal) -> AccessRule {
    guard let rule = accessRules[id], rule.userID == userID else {
      throw .unknown("Access Rule", id)
    }
    return rule
  }
}
