/// What Keystone would have in its configuration file.
struct ServerOptions: Sendable {
  /// Whose rules and traps it has.
  var release = SandboxRelease.pike
  /// The token that opens every admin route, or nil for none (`[DEFAULT] admin_token`).
  var adminToken: String?
  /// How long a token is good, in seconds (`[token] expiration`).
  var tokenLifetime: Int
  /// The root URL of the public app, without a version.
  var publicURL: String
  /// The root URL of the admin app, without a version.
  var adminURL: String
  var publicPort: Int
  var adminPort: Int
  /// How many failed logins in a row lock an account; nil for any number
  /// (`[security_compliance] lockout_failure_attempts`).
  var lockoutFailureAttempts: Int?
  /// How long a lock holds after the last failure, in seconds; 0 for until somebody unlocks
  /// (`[security_compliance] lockout_duration`).
  var lockoutDuration = 1800
  /// Whether a password that an administrator sets opens nothing but its own change
  /// (`[security_compliance] change_password_upon_first_use`).
  var changePasswordUponFirstUse = false
  /// How many rows a list of v3 has at most; nil for all (`[DEFAULT] list_limit`).
  var listLimit: Int?
  /// How many rows the database gives at most, on a release with pages
  /// (`[DEFAULT] max_db_limit`).
  var databaseLimit = 1000
  /// Which names the database takes for the same.
  var nameCollation = NameCollation.exact
}
