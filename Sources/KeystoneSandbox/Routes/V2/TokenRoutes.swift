/// `/tokens`: logging in, and looking at tokens.
enum TokenRoutes {
  static let all = [
    Route(
      "POST",
      ["tokens"],
      on: both,
      action: "authenticate",
      body: .optional("auth"),
      logIn
    ),
    Route("GET", ["tokens", "revoked"], on: both, action: "revocation_list", revoked),
    Route("GET", ["tokens", .token], on: both, action: "validate_token", validate),
    Route("HEAD", ["tokens", .token], on: both, action: "validate_token_head", check),
    Route("DELETE", ["tokens", .token], on: both, action: "delete_token", revoke),
    Route("GET", ["tokens", .token, "endpoints"], on: both, action: "endpoints", endpoints),
  ]

  private static let both: Set<SandboxApp> = [.admin, .public]

  private static func logIn(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    let token = try state.logIn(LoginRequest(call.body), now: call.now)
    return .document(try state.access(token))
  }

  private static func validate(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try validated(state, call, action: "identity:validate_token")
  }

  private static func check(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try validated(state, call, action: "identity:validate_token_head")
  }

  /// The document that logging in gave, with the roles and the catalog of today.
  ///
  /// Services may look too, but not the token's own user, although a policy rule for it exists.
  private static func validated(
    _ state: SandboxState,
    _ call: Call,
    action: String
  ) throws(Refusal) -> Answer {
    try call.caller.require(["admin", "service"], action: action)
    let token = try state.validated(call[.token], call.now)
    if let tenantID = call.parameter("belongsTo"), !tenantID.isEmpty {
      guard token.tenantID == tenantID else { throw .unauthorized() }
    }
    return .document(try state.access(token))
  }

  /// The list of revoked tokens is signed, and there is nothing to sign it with.
  private static func revoked(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    throw .unexpected
  }

  private static func revoke(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    state.tokens.remove(try state.validated(call[.token], call.now).id)
    return .nothing
  }

  /// The catalog as a flat list, where URLs that do not exist are null.
  ///
  /// Pike answers 500 for an unscoped token, and an empty object for an empty catalog.
  private static func endpoints(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    try call.caller.requireAdmin()
    let token = try state.validated(call[.token], call.now)
    guard token.tenantID != nil else { throw .unexpected }
    let catalog = state.catalog(for: token)
    guard !catalog.isEmpty else { return .document([:]) }
    return .document([
      "endpoints": .array(catalog.flatMap(\.flatDocuments)),
      "endpoints_links": [],
    ])
  }
}
