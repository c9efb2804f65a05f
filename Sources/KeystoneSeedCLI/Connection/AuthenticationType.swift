import KeystoneClient

/// How a cloud wants to be logged in to, as `auth_type` and `OS_AUTH_TYPE` name it.
struct AuthenticationType: Hashable, Sendable {
  enum Method: Hashable, Sendable {
    case password
    /// A token of which another one is made.
    case token
    /// A token that is used as it is, with the endpoint that it is for.
    case adminToken
    case applicationCredential
  }

  let method: Method
  /// The only version of the API that has it; nil where each does.
  let version: IdentityVersion?

  /// The type of that name, one of keystoneauth's plugins; nil for a plugin that is none of these.
  init?(_ name: String) {
    switch name {
    case "password": self.init(.password)
    case "v2password": self.init(.password, .v2)
    case "v3password": self.init(.password, .v3)
    case "token": self.init(.token)
    case "v2token": self.init(.token, .v2)
    case "v3token": self.init(.token, .v3)
    case "admin_token", "token_endpoint": self.init(.adminToken)
    case "v3applicationcredential": self.init(.applicationCredential, .v3)
    default: return nil
    }
  }

  private init(_ method: Method, _ version: IdentityVersion? = nil) {
    self.method = method
    self.version = version
  }
}
