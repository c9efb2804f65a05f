extension SandboxState {
  /// Carries a login over v3 out.
  ///
  /// What the token is to be good for is looked up before the password, so a login to what is not
  /// there counts as no failure.
  mutating func logIn(_ request: V3LoginRequest) throws(Refusal) -> Token {
    let scope = try scope(request.scope)
    var proven: Proven?
    for proof in request.proofs {
      let next = try prove(proof, request)
      guard proven == nil || proven?.user.id == next.user.id else { throw .unauthorized() }
      proven = next
    }
    guard let proven else { throw .unauthorized() }
    try requireFactors(of: proven.user, request.methods)
    let target = proven.credential.map { .project($0.projectID) } ?? scope
    return try issue(proven, request, target ?? defaultScope(request, proven.user))
  }

  /// Who has proved who he is, and by what.
  private struct Proven {
    let user: User
    var former: Token?
    var credential: ApplicationCredential?
  }

  private mutating func prove(
    _ proof: V3LoginRequest.Proof,
    _ request: V3LoginRequest
  ) throws(Refusal) -> Proven {
    switch proof {
    case .password(let name, let password):
      let user = try provenByPassword(name, password)
      return Proven(user: user)
    case .token(let id):
      let former = try inspected(id).get()
      guard former.credentialID == nil || release != .current else { throw .forbiddenAction }
      let user = try user(former.userID)
      return Proven(user: user, former: former)
    case .credential:
      guard request.scope == .unspecified else { throw .credentialWithScope }
      let credential = try credential(proof)
      let user = try user(credential.userID)
      guard user.enabled, domains[user.domainID]?.enabled == true else { throw .unauthorized() }
      return Proven(user: user, credential: credential)
    }
  }

  private mutating func provenByPassword(
    _ name: V3LoginRequest.Name,
    _ password: String?
  ) throws(Refusal) -> User {
    guard let account = account(name) else { throw .unauthorized() }
    // Pike looks whether the account is enabled before the password, and says no more than that.
    guard release != .pike || user(account)?.enabled != false else { throw .unauthorized() }
    let user: User
    do throws(Refusal) {
      user = try authenticate(account, password, now: now)
    } catch {
      // What Pike says of a lock is kept from everybody later.
      throw release == .pike ? error : .unauthorized()
    }
    guard domains[user.domainID]?.enabled == true else { throw .unauthorized() }
    guard !user.mustChangePassword else { throw .passwordExpired(user.id) }
    return user
  }

  private func account(_ name: V3LoginRequest.Name) -> LoginRequest.Account? {
    switch name {
    case .id(let id): .id(id)
    case .name(let name, let domain): domainID(domain).map { .named(name, domainID: $0) }
    }
  }

  private func domainID(_ name: V3LoginRequest.DomainName) -> String? {
    switch name {
    case .id(let id): domains[id]?.id
    case .name(let name): domains.named(name, in: "")?.id
    }
  }

  private func credential(
    _ proof: V3LoginRequest.Proof
  ) throws(Refusal) -> ApplicationCredential {
    guard case .credential(let id, let name, let user, let secret) = proof else {
      throw .unauthorized()
    }
    var found = id.flatMap { applicationCredentials[$0] }
    if let name, let account = user.flatMap(account) {
      let owner = self.user(account)
      found = owner.flatMap { applicationCredentials.named(name, in: $0.id) }
    }
    guard let found, let secret, found.secret.matches(secret) else { throw .unauthorized() }
    return found
  }

  private func scope(_ scope: V3LoginRequest.Scope) throws(Refusal) -> Assignment.Target? {
    switch scope {
    case .unspecified, .unscoped: return nil
    case .system: return .system
    case .domain(let name):
      guard let id = domainID(name), domains[id]?.enabled == true else { throw .unauthorized() }
      return .domain(id)
    case .project(let name):
      guard let project = project(name), isEnabled(project) else { throw .unauthorized() }
      return .project(project.id)
    }
  }

  private func project(_ name: V3LoginRequest.Name) -> Tenant? {
    switch name {
    case .id(let id): tenants[id]
    case .name(let name, let domain):
      domainID(domain).flatMap { tenants.named(name, in: $0) }
    }
  }

  private func isEnabled(_ project: Tenant) -> Bool {
    project.enabled && project.domainID.flatMap { domains[$0] }?.enabled == true
  }

  private func defaultScope(_ request: V3LoginRequest, _ user: User) -> Assignment.Target? {
    guard request.scope == .unspecified, let id = user.defaultTenantID,
      let project = tenants[id], isEnabled(project),
      !roles(of: user.id, on: .project(id)).isEmpty
    else { return nil }
    return .project(id)
  }

  /// A second factor that is missing: neither a yes nor Keystone's error document.
  private func requireFactors(of user: User, _ methods: [String]) throws(Refusal) {
    guard user.options["multi_factor_auth_enabled"] == true, release != .pike,
      case .array(let rules) = user.options["multi_factor_auth_rules"]
    else { return }
    let known = V3LoginRequest.knownMethods(release)
    let wanted = rules.compactMap { rule -> [String]? in
      guard case .array(let elements) = rule else { return nil }
      let names = elements.compactMap(\.string)
      return names.isEmpty || !names.allSatisfy(known.contains) ? nil : names
    }
    guard !wanted.isEmpty, !wanted.contains(where: { $0.allSatisfy(methods.contains) }) else {
      return
    }
    throw .receipt(
      [
        "methods": .array(methods.map(JSONValue.string)),
        "user": [
          "id": .string(user.id), "name": .string(user.name),
          "domain": shortDomain(user.domainID),
        ],
        "expires_at": .string(now.advanced(by: 300).text), "issued_at": .string(now.text),
      ],
      wanted
    )
  }

  private mutating func issue(
    _ proven: Proven,
    _ request: V3LoginRequest,
    _ scope: Assignment.Target?
  ) throws(Refusal) -> Token {
    let former = proven.former
    var token = Token(
      id: tokenID(scope, isLong: former != nil || proven.credential != nil),
      userID: proven.user.id,
      tenantID: nil,
      issued: now,
      expires: former?.expires ?? now.advanced(by: options.tokenLifetime),
      auditIDs: [RandomID.audit()] + (former?.auditIDs.suffix(1) ?? [])
    )
    token.methods =
      request.methods + (former?.methods ?? []).filter { !request.methods.contains($0) }
    token.credentialID = proven.credential?.id
    switch scope {
    case nil: break
    case .project(let id): token.tenantID = id
    case .domain(let id): token.domainID = id
    case .system: token.isSystem = true
    }
    guard scope == nil || !roles(of: token).isEmpty else { throw .unauthorized() }
    tokens.store(token)
    return token
  }

  /// As long as a real one of that kind, and no more meaningful.
  private func tokenID(_ scope: Assignment.Target?, isLong: Bool) -> String {
    guard !release.storesTokens else { return RandomID.hex() }
    switch scope {
    case nil, .system: return RandomID.fernet(length: isLong ? 183 : 162)
    case .project, .domain: return RandomID.fernet(length: isLong ? 204 : 183)
    }
  }
}

extension Refusal {
  fileprivate static let credentialWithScope = Refusal(
    status: 401,
    title: "Unauthorized",
    message: "Error authenticating with application credential: Application credentials cannot "
      + "request a scope.",
    shape: .identity([:])
  )

  fileprivate static func receipt(_ receipt: JSONObject, _ methods: [[String]]) -> Refusal {
    let rules = methods.map { JSONValue.array($0.map(JSONValue.string)) }
    return Refusal(
      status: 401,
      title: "Unauthorized",
      message: "",
      shape: .other(["receipt": .object(receipt), "required_auth_methods": .array(rules)])
    )
  }
}
