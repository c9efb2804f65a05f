import IdentityModel

/// What lets people in who should not be, though it is no drift.
enum Exposure: Hashable, Sendable {
  /// The token `ADMIN`, which Keystone has by default, opens the admin API (OSSN-0064).
  case defaultToken
  /// The token in use is Keystone's `admin_token`: nobody is behind it, and it never ends.
  case bareToken
  /// Users that can log in, and of whose passwords the seed knows nothing.
  case unknownPasswords([Name])
}
