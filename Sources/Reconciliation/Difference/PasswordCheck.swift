/// What logging in as a user said about the password that the seed declares.
package enum PasswordCheck: Hashable, Sendable {
  /// The login succeeded: nothing to do.
  case accepted
  /// Keystone refused it with a clean 401 that says no more: it has to be set.
  case refused
  /// The user is disabled: every password is refused, so the answer would prove nothing.
  case userDisabled
  /// The account is locked after failed logins: the answer proves nothing, and to set the password
  /// would end the sessions of a user whose password may be right.
  case locked
  /// The same, and the password is to be set nevertheless, which unlocks the account.
  case toBeUnlocked
  /// The domain in which the user lives is disabled: every password is refused, so the answer would
  /// prove nothing.
  case domainDisabled(id: String)
  /// The password is right, and the user has to change it before it opens anything.
  case mustBeChanged
  /// Nobody was asked: the user lives where Keystone only reads, so that nothing could be set, and
  /// a wrong password would count as a failed login there.
  case readOnly
  /// Any other answer, in words without secrets; that user is left alone.
  case failed(String)
}
