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

  /// The same for a body that is a list, of which each must keep the schema.
  func bodies(
    _ schema: V3Schema,
    _ wrapper: String,
    _ action: String,
    _ state: SandboxState
  ) throws(Refusal) -> [JSONObject] {
    if !state.release.checksBodiesFirst { try require(.limitAdmin, action, state) }
    let broken = Breach(release: state.release, path: [wrapper])
    guard case .array(let elements) = body else { throw broken.wrongType("array", false, body) }
    guard !elements.isEmpty else {
      let what = state.release == .current ? "should be non-empty" : "is too short"
      throw broken.refusal("minItems", "[] \(what)", body)
    }
    var objects: [JSONObject] = []
    for (index, element) in elements.enumerated() {
      objects.append(try schema.check(element, state.release, at: [String(index)]))
    }
    try require(.limitAdmin, action, state)
    return objects
  }

  /// The one domain that a list is of, for a token of that domain; Pike gives such a token all.
  func listedDomainID(_ state: SandboxState) -> String? {
    state.release == .pike ? nil : caller.scopeDomainID
  }

  /// The domain in which something is made: that of the body, else of the token, which for the
  /// system is the default one; nil with the admin token, which has none.
  func newDomainID(_ state: SandboxState) -> String? {
    if let id = body.object?["domain_id"]?.string { return id }
    guard case .user = caller.kind else { return nil }
    return tokenDomainID(state) ?? SandboxState.domainID
  }

  /// The domain of the token's project, or that which the token is for.
  func tokenDomainID(_ state: SandboxState) -> String? {
    guard case .user(let token) = caller.kind else { return nil }
    return token.tenantID.flatMap { state.tenants[$0]?.domainID } ?? token.domainID
  }
}
