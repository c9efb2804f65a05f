import IdentityModel

/// As whom to log in, and where: credentials without the password.
struct LoginPlace: Hashable, Sendable {
  var user: QualifiedName
  var tenant: QualifiedName
  /// With the version of the API at its end.
  var authURL: KeystoneURL
  var region: Name?
  /// Whether neither the address nor anything else says the version, which v2.0 is taken for then.
  var isVersionGuessed = false
}
