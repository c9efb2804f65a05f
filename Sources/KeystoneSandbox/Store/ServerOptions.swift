/// What Keystone would have in its configuration file.
struct ServerOptions: Sendable {
  /// The token that opens every admin route (`[DEFAULT] admin_token`).
  var adminToken: String
  /// How long a token is good, in seconds (`[token] expiration`).
  var tokenLifetime: Int
  /// The root URL of the public app, without a version.
  var publicURL: String
  /// The root URL of the admin app, without a version.
  var adminURL: String
  var publicPort: Int
  var adminPort: Int
}
