/// How a cloud wants to be logged in to, as `auth_type` and `OS_AUTH_TYPE` name it.
enum AuthenticationType: Hashable, Sendable {
  case password
  /// A token of which another one is made.
  case token
  /// A token that is used as it is, with the endpoint that it is for.
  case adminToken

  /// The type of that name; nil for a plugin that v2.0 does not have.
  init?(_ name: String) {
    switch name {
    case "password", "v2password": self = .password
    case "token", "v2token": self = .token
    case "admin_token", "token_endpoint": self = .adminToken
    default: return nil
    }
  }
}
