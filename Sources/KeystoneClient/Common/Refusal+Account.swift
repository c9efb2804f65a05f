extension Refusal {
  /// What Keystone says of an account beside that it does not let it in.
  public enum AccountState: Hashable, Sendable {
    /// Too many logins have failed (`lockout_failure_attempts`): a right password is refused, too.
    case locked
    /// The password is right, and has to be changed by the user before it opens anything: it is old
    /// (`password_expires_days`), or the first one (`change_password_upon_first_use`).
    case passwordExpired
    /// The user, or the user's domain, is disabled.
    case disabled
  }

  /// What a 401 says of the account; nil where it says no more than that somebody may not come in.
  ///
  /// Here a message counts as well, since there is no other sign: Keystone's status is one for all
  /// of them (`keystone.exception.AccountLocked`, `PasswordExpired`, `UserDisabled`). The last two
  /// texts are those of `keystone.identity.core`, which a server with `insecure_debug` shows.
  public var accountState: AccountState? {
    guard status == 401, speaker == .keystone else { return nil }
    if message.contains("The account is locked for user") { return .locked }
    if message.contains("The password is expired and needs to be changed") {
      return .passwordExpired
    }
    let disabled = ["The account is disabled for user", "User is disabled", "Domain is disabled"]
    return disabled.contains { message.contains($0) } ? .disabled : nil
  }
}
