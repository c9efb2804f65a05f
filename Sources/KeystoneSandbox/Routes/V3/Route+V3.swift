extension Route {
  /// A route of v3, which both apps serve.
  static func v3(
    _ method: String,
    _ path: [Segment],
    _ action: String,
    body: Body = .nothing,
    _ respond: @escaping Respond
  ) -> Route {
    Route(method, path, on: [.admin, .public], action: action, body: body, respond)
  }
}

extension Call {
  /// Refuses a caller whom the rule does not let.
  func require(
    _ rule: Caller.Rule,
    _ action: String,
    _ state: SandboxState
  ) throws(Refusal) {
    try caller.require(rule, action, state.release)
  }

  /// The body, when it keeps the schema and the caller may do that; the newest release looks at the
  /// body first.
  func body(
    _ schema: V3Schema,
    _ rule: Caller.Rule,
    _ action: String,
    _ state: SandboxState
  ) throws(Refusal) -> JSONObject {
    if state.release.checksBodiesFirst {
      let body = try schema.check(body, state.release)
      try require(rule, action, state)
      return body
    }
    try require(rule, action, state)
    return try schema.check(body, state.release)
  }

  /// The one domain that a list is of, for a token of that domain; Pike gives such a token all.
  func listedDomainID(_ state: SandboxState) -> String? {
    state.release == .pike ? nil : caller.scopeDomainID
  }

  /// The domain in which something is made: that of the body, else of the token, which for the
  /// system is the default one; nil with the admin token, which has none.
  func newDomainID(_ state: SandboxState) -> String? {
    if let id = body.object?["domain_id"]?.string { return id }
    guard case .user(let token) = caller.kind else { return nil }
    if let id = token.tenantID { return state.tenants[id]?.domainID ?? SandboxState.domainID }
    return token.domainID ?? SandboxState.domainID
  }
}
