/// Why it is not known how to reach a Keystone.
enum ConnectionError: Error, Hashable, Sendable {
  /// Nothing says which Keystone is meant.
  case nothingGiven
  /// A token without an endpoint, or the reverse.
  case incompleteToken(missing: ConnectionSetting)
  /// A login without one of its parts.
  case incompleteLogin(missing: [ConnectionSetting])
  /// `OS_IDENTITY_API_VERSION` asks for another version than 2.0.
  case unsupportedVersion(String)
  /// A URL that is none, or not one of Identity v2.0; its text where it holds no secret.
  case invalidURL(ConnectionSetting, KeystoneURL.Problem, text: String?)
  /// A key of a client certificate that is not given.
  case keyWithoutCertificate
}
