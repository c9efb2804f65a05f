import IdentityModel
import Texts

/// All that is needed to reach a Keystone, with nothing left to look up.
struct ConnectionSettings: Hashable, Sendable {
  /// How to be let in.
  enum Authentication: Hashable, Sendable {
    /// With a token that is there already, at the admin URL that it is for.
    case token(Secret, endpoint: KeystoneURL)
    /// By logging in.
    case password(user: UserReference, Secret, tenant: TenantReference?, authURL: KeystoneURL)
    /// By having another token made of a token, for that tenant.
    case exchange(Secret, tenant: TenantReference?, authURL: KeystoneURL)

    /// Where the first request goes.
    var address: KeystoneURL {
      switch self {
      case .token(_, let endpoint): endpoint
      case .password(_, _, _, let authURL), .exchange(_, _, let authURL): authURL
      }
    }
  }

  /// The user to log in as.
  enum UserReference: Hashable, Sendable {
    case name(String)
    case id(String)
  }

  /// The tenant to log in to; a login without one shows no catalog.
  enum TenantReference: Hashable, Sendable {
    case name(String)
    case id(String)
  }

  var authentication: Authentication

  /// Where the first request goes.
  var address: KeystoneURL { authentication.address }

  var region: String?
  var caCertificate: String?
  var certificate: String?
  var key: String?
  var trustsAnyCertificate: Bool
  var timeout: Duration
  var wait: Duration
  var debug: Bool
}
