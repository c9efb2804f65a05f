extension SandboxState {
  /// Why a token is no good: as a caller's it may be as if none were there, or an answer by itself.
  enum DeadToken: Error {
    /// Unknown, over, revoked or without a role: a caller with it is nobody.
    case worthless(Refusal)
    /// Its user, project or domain is gone or off: 404 on every route.
    case orphaned(Refusal)

    /// The 404 of a validation.
    var refusal: Refusal {
      switch self {
      case .worthless(let refusal), .orphaned(let refusal): refusal
      }
    }
  }

  /// A token as it is at this moment.
  func inspected(_ id: String) -> Inspection {
    Inspection(result: Result { () throws(DeadToken) in try alive(id) })
  }

  /// What an inspection has found.
  struct Inspection {
    let result: Result<Token, DeadToken>

    /// The token, or the 404 of a validation.
    func get() throws(Refusal) -> Token {
      switch result {
      case .success(let token): return token
      case .failure(let dead): throw dead.refusal
      }
    }
  }

  private func alive(_ id: String) throws(DeadToken) -> Token {
    guard let token = tokens[id] else {
      throw .worthless(
        release.storesTokens
          ? .unknown("token", id) : .notFound("Could not recognize Fernet token")
      )
    }
    guard token.expires > now, !revocations.have(ended: token) else {
      throw .worthless(
        release.storesTokens ? .unknown("token", id) : .notFound("Failed to validate token")
      )
    }
    guard let user = users[token.userID] else {
      throw .orphaned(.unknown("user", token.userID))
    }
    try requireDomain(user.domainID)
    if let id = token.tenantID {
      guard let project = tenants[id] else { throw .orphaned(.unknown("project", id)) }
      guard project.enabled else { throw .orphaned(.off("project", id)) }
      if let domainID = project.domainID { try requireDomain(domainID) }
    }
    if let id = token.domainID { try requireDomain(id) }
    if let id = token.credentialID, applicationCredentials[id] == nil {
      throw .worthless(.unknown("application credential", id))
    }
    guard token.scope == nil || !roles(of: token).isEmpty else {
      throw .worthless(.unknown("token", id))
    }
    return token
  }

  private func requireDomain(_ id: String) throws(DeadToken) {
    guard let domain = domains[id] else { throw .orphaned(.unknown("domain", id)) }
    guard domain.enabled else { throw .orphaned(.off("domain", id)) }
  }

  /// `{"token": {...}}` as it is at this moment.
  func document(of token: Token, withCatalog: Bool) -> JSONObject {
    var document: JSONObject = ["methods": .array(token.methods.map(JSONValue.string))]
    if let user = users[token.userID] {
      document["user"] = [
        "domain": shortDomain(user.domainID), "id": .string(user.id), "name": .string(user.name),
        "password_expires_at": user.passwordExpiry,
      ]
    }
    document["audit_ids"] = .array(token.auditIDs.map(JSONValue.string))
    document["expires_at"] = .string(token.expires.text)
    document["issued_at"] = .string(token.issued.text)
    let roles = JSONValue.array(
      roles(of: token).map { ["id": .string($0.id), "name": .string($0.name)] }
    )
    switch token.scope {
    case nil: return ["token": .object(document)]
    case .project(let id):
      document["project"] = shortProject(id)
      document["is_domain"] = false
      document["roles"] = roles
    case .domain(let id):
      document["domain"] = shortDomain(id)
      document["roles"] = roles
    case .system:
      document["roles"] = roles
      document["system"] = ["all": true]
    }
    if withCatalog { document["catalog"] = .array(version3Catalog(for: token)) }
    if let id = token.credentialID, let credential = applicationCredentials[id] {
      document["application_credential"] = [
        "id": .string(id), "name": .string(credential.name),
        "restricted": .bool(!credential.isUnrestricted),
      ]
    }
    return ["token": .object(document)]
  }

  /// A domain as others name it.
  func shortDomain(_ id: String) -> JSONValue {
    ["id": .string(id), "name": .string(domains[id]?.name ?? "")]
  }

  private func shortProject(_ id: String) -> JSONValue {
    guard let project = tenants[id] else { return .null }
    return [
      "domain": shortDomain(project.domainID ?? ""), "id": .string(id),
      "name": .string(project.name),
    ]
  }

  /// The catalog that a token shows over v3: an entry for each service, with endpoints or without.
  ///
  /// One that is narrowed to some endpoints has no entry without.
  func version3Catalog(for token: Token) -> [JSONValue] {
    let values = templateValues(userID: token.userID, tenantID: token.tenantID)
    let chosen = Set(token.tenantID.map(endpointRows(ofProject:))?.map(\.id) ?? [])
    var rows: [String: [JSONValue]] = [:]
    for row in endpoints.all where row.enabled && (chosen.isEmpty || chosen.contains(row.id)) {
      guard let url = filled(row, values) else { continue }
      var document = row.extra
      let region = row.region.map(JSONValue.string) ?? .null
      document["id"] = .string(row.id)
      document["interface"] = .string(row.interface.rawValue)
      document["region_id"] = region
      document["url"] = .string(url)
      document["region"] = region
      rows[row.serviceID, default: []].append(.object(document))
    }
    let shown = services.all.filter { $0.enabled && (chosen.isEmpty || rows[$0.id] != nil) }
    return shown.map { service in
      [
        "endpoints": .array(rows[service.id] ?? []), "id": .string(service.id),
        "type": .string(service.type), "name": .string(service.name),
      ]
    }
  }
}

extension User {
  /// When the password ends: at once, where its user must change it.
  var passwordExpiry: JSONValue {
    mustChangePassword ? .string(String(passwordSet.text.dropLast())) : .null
  }
}

extension Refusal {
  fileprivate static func off(_ kind: String, _ id: String) -> Refusal {
    .notFound("Unable to validate token because \(kind) \(id) is disabled")
  }
}
