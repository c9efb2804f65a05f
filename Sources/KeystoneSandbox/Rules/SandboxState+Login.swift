extension SandboxState {
  /// Carries a login out: one 401 for every reason, but for one.
  ///
  /// Who knows the password of a disabled account is told so.
  mutating func logIn(_ request: LoginRequest, now: Timestamp) throws(Refusal) -> Token {
    switch request.proof {
    case .token(let id):
      guard let former = valid(id, now), let user = users[former.userID] else {
        throw .unauthorized()
      }
      return try issueToken(
        for: user,
        in: try tenantID(request.scope),
        now: now,
        following: former,
        expires: former.expires
      )
    case .password(let account, let password):
      guard let user = user(account), let password, user.password?.matches(password) == true else {
        throw .unauthorized()
      }
      guard user.enabled else {
        throw .unauthorized("The account is disabled for user: \(user.id).")
      }
      return try issueToken(for: user, in: try tenantID(request.scope), now: now)
    }
  }

  private func user(_ account: LoginRequest.Account) -> User? {
    switch account {
    case .name(let name): users.named(name)
    case .id(let id): users[id]
    }
  }

  private func tenantID(_ scope: LoginRequest.Scope) throws(Refusal) -> String? {
    switch scope {
    case .none: return nil
    case .tenantID(let id): return id
    case .tenantName(let name):
      guard let tenant = tenants.named(name) else { throw .unauthorized() }
      return tenant.id
    }
  }
}
