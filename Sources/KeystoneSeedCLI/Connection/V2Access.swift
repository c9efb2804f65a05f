import KeystoneClient
import Texts

/// How v2.0 lets in: the names of a login without the domains that v2.0 does not have.
enum V2Access: Sendable {
  /// With a token that is there already.
  case token(Secret, endpoint: String)
  case password(PasswordCredentials, authURL: String)
  /// By having another token made of a token.
  case exchange(Secret, TokenScope, authURL: String)

  /// What settings mean over v2.0.
  ///
  /// - Parameter settings: The settings.
  /// - Throws: ``ConnectionError/credentialOverV2`` for a login that v2.0 does not have.
  init(_ settings: ConnectionSettings) throws(ConnectionError) {
    switch settings.authentication {
    case .token(let token, let endpoint):
      self = .token(token, endpoint: endpoint.text(in: .v2))
    case .login(.password(let user, let password, let scope), let authURL):
      let credentials = PasswordCredentials(
        user: Self.user(user),
        password: password,
        scope: Self.scope(scope)
      )
      self = .password(credentials, authURL: authURL.text(in: .v2))
    case .login(.token(let token, let scope), let authURL):
      self = .exchange(token, Self.scope(scope), authURL: authURL.text(in: .v2))
    case .login(.applicationCredential, _):
      throw .credentialOverV2
    }
  }

  private static func user(_ user: Credentials.UserReference) -> PasswordCredentials.User {
    switch user {
    case .name(let name, _): .name(name)
    case .id(let id): .id(id)
    }
  }

  private static func scope(_ scope: Credentials.Scope) -> TokenScope {
    switch scope {
    case .project(.name(let name, _)): .tenantName(name)
    case .project(.id(let id)): .tenantID(id)
    case .unscoped, .domain, .system: .unscoped
    }
  }
}
