/// What logging in as a user said about the password that the seed declares.
package enum PasswordCheck: Hashable, Sendable {
  /// The login succeeded: nothing to do.
  case accepted
  /// Keystone refused it with a clean 401: it has to be set.
  case refused
  /// The user is disabled: every password is refused, so the answer would prove nothing.
  case userDisabled
  /// Any other answer, in words without secrets; that user is left alone.
  case failed(String)
}
