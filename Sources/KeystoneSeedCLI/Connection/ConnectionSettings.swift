import Texts

/// All that is needed to reach a Keystone, with nothing left to look up.
struct ConnectionSettings: Hashable, Sendable {
  /// How to be let in.
  enum Authentication: Hashable, Sendable {
    /// With a token that is there already, at the admin URL that it is for.
    case token(Secret, endpoint: KeystoneURL)
    /// By logging in.
    case login(Credentials, authURL: KeystoneURL)

    /// Where the first request goes.
    var address: KeystoneURL {
      switch self {
      case .token(_, let endpoint): endpoint
      case .login(_, let authURL): authURL
      }
    }

    /// The same at another address.
    func at(_ address: KeystoneURL) -> Authentication {
      switch self {
      case .token(let token, _): .token(token, endpoint: address)
      case .login(let credentials, _): .login(credentials, authURL: address)
      }
    }
  }

  var authentication: Authentication
  /// Which version of the API is to be spoken.
  var version: VersionWish

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
