/// What a login to v3 says about a password.
public enum V3PasswordCheck: Hashable, Sendable {
  /// It opens.
  case accepted
  /// Keystone refused it, in the one text that it has for nearly everything.
  ///
  /// A wrong password is one meaning. Others are a disabled user or domain, an account that is locked
  /// (each try counts towards that), and a user without a password.
  case refused
  /// It is right, and opens nothing before the user has changed it: it is old, or the first one.
  case mustBeChanged
  /// It is right, and does not do alone: each set of methods lets the user in.
  case needsMore(methods: [[String]])
  /// Keystone says that the account is locked, as one with `insecure_debug` does.
  case locked
  /// Keystone says that the user or the domain is disabled, as one with `insecure_debug` does.
  case disabled
}

extension V3PasswordCheck {
  /// What a refusal says about the password; nil where it is none of a login's.
  init?(_ error: KeystoneError) {
    guard error.isUnauthorized, let refusal = error.refusal else { return nil }
    if !refusal.requiredMethods.isEmpty {
      self = .needsMore(methods: refusal.requiredMethods)
      return
    }
    self =
      switch refusal.accountState {
      case .locked: .locked
      case .passwordExpired: .mustBeChanged
      case .disabled: .disabled
      case nil: .refused
      }
  }
}
