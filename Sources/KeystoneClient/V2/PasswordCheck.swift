/// What a login says about a password.
public enum PasswordCheck: Hashable, Sendable {
  /// It opens.
  case accepted
  /// Keystone itself refused it, in the words that it has for a wrong one; of a disabled user that
  /// says nothing about the password.
  case refused
  /// The account is locked, which says nothing about the password.
  case locked
  /// It is right, and opens nothing before the user has changed it.
  case mustBeChanged
  /// Keystone says that the user is disabled, which says nothing about the password.
  case disabled
}
