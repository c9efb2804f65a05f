extension SandboxState {
  /// Keys that are no extra attributes: Keystone knows them, or they would keep a password in
  /// clear text.
  ///
  /// A real Keystone stores `OS-KSADM:password` and `original_password` as extra attributes and
  /// shows them to everybody; the one leak that is not copied. They change no password here either.
  private static let userKeys: Set<String> = [
    "id", "name", "enabled", "password", "tenantId", "default_project_id", "domain_id", "domain",
    "options", "extra", "password_expires_at", "OS-KSADM:password", "OS_KSADM_password",
    "original_password",
  ]

  /// The user of that id, or 404.
  func user(_ id: String) throws(Refusal) -> User {
    guard let user = users[id] else { throw .unknown("user", id) }
    return user
  }

  /// Makes a user; one with a default tenant has the role `_member_` in it from the start.
  mutating func createUser(_ attributes: JSONObject) throws(Refusal) -> User {
    let tenantID = attributes["tenantId"]?.string
    if let tenantID {
      _ = try tenant(tenantID)
    }
    let user = User(
      id: RandomID.hex(),
      name: try userName(attributes["name"]?.string ?? ""),
      enabled: attributes["enabled"] != false,
      password: try passwordHash(attributes["password"]),
      defaultTenantID: tenantID ?? attributes["default_project_id"]?.string,
      mustChangePassword: options.changePasswordUponFirstUse,
      passwordSet: now,
      extra: attributes.without(Self.userKeys)
    )
    // Keystone looks for the expiry of a password that there is not.
    guard !options.changePasswordUponFirstUse || attributes["password"] != nil else {
      throw .unexpected
    }
    guard options.nameCollation.canStore(user.name) else { throw .unexpected }
    guard users.named(user.name) == nil else {
      throw .conflict(
        "user",
        "Duplicate entry found with name \(user.name) at domain ID default"
      )
    }
    users.store(user)
    if let tenantID {
      addMember(user.id, to: tenantID)
    }
    return user
  }

  /// Changes what is sent and leaves the rest.
  ///
  /// A new password and disabling revoke the user's tokens, even if the password is the same;
  /// taking the password away (null) does not. Whatever is changed of an enabled user, the account
  /// is unlocked (`keystone.identity.backends.sql_model`, the setter of `enabled`).
  mutating func updateUser(_ id: String, _ attributes: JSONObject) throws(Refusal) -> User {
    let former = try user(id)
    var user = former
    if let tenantID = attributes["tenantId"]?.string {
      if tenantID != former.defaultTenantID {
        _ = try tenant(tenantID)
      }
      user.defaultTenantID = tenantID
    } else if let unchecked = attributes["default_project_id"] {
      user.defaultTenantID = unchecked.string
    }
    try refuseMoving(former, attributes)
    if let name = attributes["name"]?.string {
      user.name = try userName(name)
    }
    if case .bool(let enabled) = attributes["enabled"] {
      user.enabled = enabled
    }
    if let password = attributes["password"] {
      user.password = try passwordHash(password)
      user.mustChangePassword = mustChangePassword(of: former)
      user.passwordSet = now
    }
    if user.enabled {
      user.failedLogins = nil
    }
    user.extra.merge(attributes.without(Self.userKeys))
    guard options.nameCollation.canStore(user.name) else { throw .unexpected }
    if let other = users.named(user.name), other.id != id {
      throw .conflict("user", "Duplicate entry found with name \(user.name)")
    }
    users.store(user)
    if !user.enabled || attributes["password"]?.string != nil {
      endTokens(ofUser: id)
    }
    try moveMembership(from: former, to: user)
    return user
  }

  /// Sets the password that a user has chosen for himself.
  mutating func changePassword(
    of user: User,
    to password: String
  ) throws(Refusal) {
    var user = user
    user.password = try passwordHash(.string(password))
    user.mustChangePassword = false
    user.passwordSet = now
    users.store(user)
    endTokens(ofUser: user.id)
  }

  /// Deletes a user with its grants and tokens.
  mutating func deleteUser(_ id: String) throws(Refusal) {
    guard users[id] != nil else { throw .unknown("user", id) }
    forgetUser(id)
  }

  /// Takes a user out with all that is his own.
  mutating func forgetUser(_ id: String) {
    _ = users.remove(id)
    grants.removeAll(ofUser: id)
    derivedGrants.removeAll(ofUser: id)
    for credential in ec2Credentials.all where credential.userID == id {
      _ = ec2Credentials.remove(credential.id)
    }
    for credential in applicationCredentials.all where credential.userID == id {
      _ = applicationCredentials.remove(credential.id)
    }
    for credential in credentials.all where credential.userID == id {
      _ = credentials.remove(credential.id)
    }
    for rule in accessRules.all where rule.userID == id { _ = accessRules.remove(rule.id) }
    endStoredTokens(ofUser: id)
  }

  /// Whether a password that an administrator sets now has to be changed by its user first.
  func mustChangePassword(of user: User) -> Bool {
    options.changePasswordUponFirstUse
      && user.options["ignore_change_password_upon_first_use"] != true
  }

  /// The `_member_` role follows the default tenant; other roles stay where they are.
  private mutating func moveMembership(from former: User, to user: User) throws(Refusal) {
    guard user.defaultTenantID != former.defaultTenantID else { return }
    if let old = former.defaultTenantID {
      revoke(Role.member.id, for: GrantTable.Membership(userID: user.id, tenantID: old))
    }
    // The tenant was cleared with a raw null: it is done, but Keystone stumbles on the way out.
    guard let new = user.defaultTenantID else { throw .unexpected }
    if tenants[new] != nil {
      addMember(user.id, to: new)
    }
  }

  private func refuseMoving(_ user: User, _ attributes: JSONObject) throws(Refusal) {
    if let id = attributes["id"], id != .string(user.id) {
      throw .badRequest("Cannot change user ID")
    }
    if let domain = attributes["domain_id"], domain != "default" {
      throw .badRequest("Cannot change Domain ID")
    }
  }

  /// The name as it is stored, or the 400 of one that is too long.
  func userName(_ sent: String) throws(Refusal) -> String {
    let name = PythonWhiteSpace.stripped(sent)
    guard name.unicodeScalars.count <= SandboxLimits.column else {
      throw .badRequest("User name should not be greater than 255 characters.")
    }
    return name
  }

  /// The password as it is kept, or nil for none.
  func passwordHash(_ password: JSONValue?) throws(Refusal) -> PasswordHash? {
    guard let password = password?.string else { return nil }
    do {
      return try PasswordHash(of: password)
    } catch {
      throw .unexpected
    }
  }
}
