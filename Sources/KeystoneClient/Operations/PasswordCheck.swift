/// What a login says about a password.
public enum PasswordCheck: Hashable, Sendable {
  /// It opens.
  case accepted
  /// Keystone itself refused it; of a disabled user that says nothing about the password.
  case refused
}
