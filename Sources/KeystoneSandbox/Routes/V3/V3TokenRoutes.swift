/// `/auth`: logging in, looking at tokens, and what they open.
enum V3TokenRoutes {
  static let all: [Route] = [
    .v3("POST", ["auth", "tokens"], "authenticate_for_token", body: .anything, logIn),
    .v3("GET", ["auth", "tokens"], "validate_token", body: .anything) {
      state,
      call throws(Refusal) in
      try shown(state, call, "validate_token")
    },
    .v3("HEAD", ["auth", "tokens"], "check_token", body: .anything) {
      state,
      call throws(Refusal) in
      try shown(state, call, "check_token")
    },
    .v3("DELETE", ["auth", "tokens"], "revoke_token", body: .anything) {
      state,
      call throws(Refusal) in
      let token = try subject(state, call, "revoke_token")
      state.end(token, cascading: call.parameter("cascade")?.lowercased() != "false")
      return .nothing
    },
    .v3("GET", ["auth", "catalog"], "get_auth_catalog") { state, call throws(Refusal) in
      if case .anonymous = call.caller.kind { throw .unauthorized() }
      guard case .user(let token) = call.caller.kind, token.scope != nil else {
        throw .forbiddenAction
      }
      return .document([
        "catalog": .array(state.version3Catalog(for: token)),
        "links": ["self": call.link("auth/catalog")],
      ])
    },
    .v3("GET", ["auth", "projects"], "get_auth_projects") { state, call throws(Refusal) in
      try call.require(.anybody, "get_auth_projects", state)
      let own = call.caller.userID.map(state.tenantIDs) ?? []
      return try V3ProjectRoutes.list(state, call, cut: .never)
        .answer(own.compactMap { state.tenants[$0] }, call, state.options)
    },
    .v3("GET", ["auth", "domains"], "get_auth_domains") { state, call throws(Refusal) in
      try call.require(.anybody, "get_auth_domains", state)
      let own = state.domains.all.filter { domain in
        call.caller.userID.map { !state.roles(of: $0, on: .domain(domain.id)).isEmpty } ?? false
      }
      return try V3DomainRoutes.list(state, call, cut: .never).answer(own, call, state.options)
    },
  ]

  /// What a Keystone with a system to have roles on has besides.
  static let withSystem: [Route] = [
    .v3("GET", ["auth", "system"], "get_auth_system") { state, call throws(Refusal) in
      try call.require(.anybody, "get_auth_system", state)
      let roles = call.caller.userID.map { state.roles(of: $0, on: .system) } ?? []
      return .document([
        "system": roles.isEmpty ? [] : [["all": true]], "links": ["self": call.link("auth/system")],
      ])
    }
  ]

  /// What the newest one has besides.
  static let ofUsers: [Route] = [
    .v3("DELETE", ["users", .user, "tokens"], "revoke_user_tokens") { state, call throws(Refusal) in
      try call.require(.admin, "revoke_user_tokens", state)
      state.endTokens(ofUser: try state.user(call[.user]).id)
      return .nothing
    }
  ]

  private static func logIn(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    let token = try state.logIn(V3LoginRequest(call.members, state.release))
    return .token(
      state.document(of: token, withCatalog: call.parameter("nocatalog") == nil),
      id: token.id,
      isNew: true
    )
  }

  private static func shown(
    _ state: SandboxState,
    _ call: Call,
    _ action: String
  ) throws(Refusal) -> Answer {
    let token = try subject(state, call, action)
    return .token(
      state.document(of: token, withCatalog: call.parameter("nocatalog") == nil),
      id: token.id,
      isNew: false
    )
  }

  /// The token that the request is about: anybody may ask for his own.
  private static func subject(
    _ state: SandboxState,
    _ call: Call,
    _ action: String
  ) throws(Refusal) -> Token {
    if case .anonymous = call.caller.kind { throw .unauthorized() }
    guard let id = call.subjectToken else { throw .notFound("No token in the request") }
    let token = try state.inspected(id).get()
    if call.caller.userID != token.userID, !call.caller.has("service") {
      try call.require(.reader, action, state)
    }
    return token
  }
}
