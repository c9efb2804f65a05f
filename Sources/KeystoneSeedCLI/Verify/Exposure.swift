import IdentityModel

/// A way in for people who should have none, though it is no drift.
enum Exposure: Hashable, Sendable {
  /// The token `ADMIN`, which Keystone has by default, opens the admin API (OSSN-0064).
  case defaultToken
  /// The token in use is Keystone's `admin_token`: it belongs to no user, and never expires.
  case bareToken
  /// Users that can log in, and of whose passwords the seed knows nothing.
  case unknownPasswords([QualifiedName])

  /// Whether it is a token that opens the API with no user behind it.
  var isOpenToken: Bool {
    switch self {
    case .defaultToken, .bareToken: true
    case .unknownPasswords: false
    }
  }
}
