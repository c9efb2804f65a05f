extension SandboxState {
  /// Carries a login out.
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
      let user = try authenticate(account, password, now: now)
      guard !user.mustChangePassword else { throw .passwordExpired(user.id) }
      return try issueToken(for: user, in: try tenantID(request.scope), now: now)
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
