/// Who logs in, and to what.
public struct PasswordCredentials: Sendable {
  /// How the user is named.
  public enum User: Hashable, Sendable {
    /// By name: up to 64 characters, though users may have longer names.
    case name(String)
    /// By ID, the only way for a longer name or for a user of another domain.
    case id(String)
  }

  /// The user.
  public var user: User
  /// The password.
  public var password: Secret
  /// What the token is for.
  public var scope: TokenScope

  /// Makes credentials.
  public init(user: User, password: Secret, scope: TokenScope) {
    self.user = user
    self.password = password
    self.scope = scope
  }
}

extension PasswordCredentials {
  /// The value of `passwordCredentials` in the body of a login.
  var json: JSONValue {
    let (key, value) =
      switch user {
      case .name(let name): ("username", name)
      case .id(let id): ("userId", id)
      }
    return .object([key: .string(value), "password": .string(password.exposed())])
  }
}
