extension SandboxState {
  /// Keys that are no extra attributes over v3, or that would keep a password in clear text.
  private static let keys: Set<String> = [
    "id", "name", "enabled", "password", "default_project_id", "domain_id", "options",
    "password_expires_at", "extra", "OS-KSADM:password", "OS_KSADM_password", "original_password",
  ]

  /// Makes a user over v3: a default project gives no role, and need not exist.
  ///
  /// An option comes too late for the password of the same request; with a change it does not.
  mutating func createUser(
    _ attributes: JSONObject,
    in domainID: String
  ) throws(Refusal) -> User {
    _ = try domain(domainID)
    var user = User(
      id: RandomID.hex(),
      name: try userName(attributes["name"]?.string ?? ""),
      enabled: attributes["enabled"] != false,
      password: try passwordHash(attributes["password"]),
      defaultTenantID: try defaultProject(attributes),
      domainID: domainID,
      passwordSet: now,
      extra: attributes.without(Self.keys)
    )
    user.mustChangePassword = options.changePasswordUponFirstUse && user.password != nil
    user.options.apply(attributes["options"])
    guard options.nameCollation.canStore(user.name) else { throw .unstorable(release) }
    guard users.named(user.name, in: domainID) == nil else {
      throw .taken("user", user.name, domainID: domainID)
    }
    users.store(user)
    return user
  }

  /// Changes a user over v3; an administrator's password, even the same one, ends all tokens and
  /// a lock.
  mutating func updateVersion3User(_ id: String, _ sent: JSONObject) throws(Refusal) -> User {
    let former = try user(id)
    if let other = sent["id"], other != .string(id) { throw .otherID }
    if let domain = sent["domain_id"], domain.string != former.domainID { throw .otherDomain }
    var user = former
    if let name = sent["name"]?.string { user.name = try userName(name) }
    if case .bool(let enabled) = sent["enabled"] { user.enabled = enabled }
    if sent["default_project_id"] != nil { user.defaultTenantID = try defaultProject(sent) }
    user.options.apply(sent["options"])
    if let password = sent["password"] {
      user.password = try passwordHash(password)
      user.mustChangePassword = user.password != nil && mustChangePassword(of: user)
      user.passwordSet = now
    }
    if user.enabled { user.failedLogins = nil }
    user.extra.merge(sent.without(Self.keys))
    guard options.nameCollation.canStore(user.name) else { throw .unstorable(release) }
    if let other = users.named(user.name, in: user.domainID), other.id != id {
      throw .taken("user", user.name)
    }
    users.store(user)
    if !user.enabled && former.enabled || sent["password"]?.string != nil {
      endTokens(ofUser: id)
    }
    return user
  }

  private func defaultProject(_ attributes: JSONObject) throws(Refusal) -> String? {
    guard let id = attributes["default_project_id"]?.string else { return nil }
    guard domains[id] == nil else {
      throw .badRequest("User's default project ID cannot be a domain ID: \(id)")
    }
    return id
  }
}
