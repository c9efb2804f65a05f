extension SandboxState {
  /// The user whose password that is: one 401 for every reason, but for two.
  ///
  /// Anybody is told of a lock, the right password or not; who knows the password of a disabled
  /// account is told that it is disabled (`keystone.identity.backends.sql.Identity.authenticate`).
  /// A password that must be changed passes, for it is good for its own change.
  mutating func authenticate(
    _ account: LoginRequest.Account,
    _ password: String?,
    now: Timestamp
  ) throws(Refusal) -> User {
    guard var user = user(account) else { throw .unauthorized() }
    guard !isLocked(user, now) else { throw .accountLocked(user.id) }
    guard let password, user.password?.matches(password) == true else {
      recordFailure(of: user, now)
      throw .unauthorized()
    }
    guard user.enabled else { throw .accountDisabled(user.id) }
    if !user.mustChangePassword, user.failedLogins != nil {
      user.failedLogins = nil
      users.store(user)
    }
    return user
  }

  func user(_ account: LoginRequest.Account) -> User? {
    switch account {
    case .name(let name): users.named(name)
    case .named(let name, let domainID): users.named(name, in: domainID)
    case .id(let id): users[id]
    }
  }

  private func isLocked(_ user: User, _ now: Timestamp) -> Bool {
    guard let limit = options.lockoutFailureAttempts, let failed = user.failedLogins,
      failed.count >= limit, user.options["ignore_lockout_failure_attempts"] != true
    else { return false }
    return options.lockoutDuration == 0
      || failed.last.advanced(by: options.lockoutDuration) > now
  }

  /// Counts on from the last failure, or anew after a lock that has run out.
  private mutating func recordFailure(of user: User, _ now: Timestamp) {
    guard let limit = options.lockoutFailureAttempts else { return }
    var user = user
    let former = user.failedLogins?.count ?? 0
    user.failedLogins = (count: former >= limit ? 1 : former + 1, last: now)
    users.store(user)
  }
}

extension Refusal {
  fileprivate static func accountLocked(_ userID: String) -> Refusal {
    .unauthorized("The account is locked for user: \(userID).")
  }

  fileprivate static func accountDisabled(_ userID: String) -> Refusal {
    .unauthorized("The account is disabled for user: \(userID).")
  }

  /// Only who knows the password is told.
  static func passwordExpired(_ userID: String) -> Refusal {
    .unauthorized("The password is expired and needs to be changed for user: \(userID).")
  }
}
