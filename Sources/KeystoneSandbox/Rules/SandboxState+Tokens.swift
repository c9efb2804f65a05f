extension SandboxState {
  /// The token of that id, while it is good.
  func valid(_ tokenID: String, _ now: Timestamp) -> Token? {
    guard let token = tokens[tokenID], token.expires > now else { return nil }
    return token
  }

  /// The token of that id, or the 404 of a validation.
  func validated(_ tokenID: String, _ now: Timestamp) throws(Refusal) -> Token {
    guard let token = valid(tokenID, now) else { throw .unknown("token", tokenID) }
    return token
  }

  /// The roles that a token carries at this moment.
  func roles(of token: Token) -> [Role] {
    guard let scope = token.scope else { return [] }
    let own = roles(of: token.userID, on: scope)
    guard let id = token.credentialID else { return own }
    return own.filter { applicationCredentials[id]?.roleIDs.contains($0.id) ?? false }
  }

  /// The roles of a user somewhere, wherever they come from, each once.
  func roles(of userID: String, on target: Assignment.Target) -> [Role] {
    var seen: Set<String> = []
    return effectiveGrants(of: userID, on: target)
      .compactMap { seen.insert($0.roleID).inserted ? roles[$0.roleID] : nil }
  }

  /// Issues a token for an account and a tenant that are in order, or refuses.
  ///
  /// One that follows from another has the first one's audit id beside its own; one that merely
  /// changes the scope ends when the other does.
  mutating func issueToken(
    for user: User,
    in tenantID: String?,
    now: Timestamp,
    following former: Token? = nil,
    expires: Timestamp? = nil
  ) throws(Refusal) -> Token {
    guard user.enabled else { throw .unauthorized() }
    if let tenantID {
      let membership = GrantTable.Membership(userID: user.id, tenantID: tenantID)
      guard tenants[tenantID]?.enabled == true, !roles(of: membership).isEmpty else {
        throw .unauthorized()
      }
    }
    let token = Token(
      id: RandomID.hex(),
      userID: user.id,
      tenantID: tenantID,
      issued: now,
      expires: expires ?? now.advanced(by: options.tokenLifetime),
      auditIDs: [RandomID.audit()] + (former?.auditIDs.suffix(1) ?? [])
    )
    tokens.store(token)
    return token
  }

  /// `{"access": {...}}`: the token with the user's roles and catalog as they are now.
  func access(_ token: Token) throws(Refusal) -> JSONObject {
    guard let user = users[token.userID] else { throw .unknown("user", token.userID) }
    let roles = roles(of: token)
    return [
      "access": [
        "token": .object(try document(of: token)),
        "user": [
          "id": .string(user.id),
          "name": .string(user.name),
          "username": .string(user.name),
          "roles": .array(roles.map { ["name": .string($0.name)] }),
          "roles_links": [],
        ],
        "serviceCatalog": .array(catalog(for: token).map(\.document)),
        "metadata": [
          "roles": .array(roles.map { .string($0.id) }),
          "is_admin": .number("0"),
        ],
      ]
    ]
  }

  private func document(of token: Token) throws(Refusal) -> JSONObject {
    var document: JSONObject = [
      "expires": .string(token.expires.text),
      "issued_at": .string(token.issued.text),
      "audit_ids": .array(token.auditIDs.map(JSONValue.string)),
      "id": .string(token.id),
    ]
    if let tenantID = token.tenantID {
      document["tenant"] = .object(try tenant(tenantID).document)
    }
    return document
  }
}
