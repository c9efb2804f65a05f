internal import IdentityModel

/// A password as the seed declares it.
struct DeclaredPassword {
  let source: SecretSource
  /// Whether it is given when the user is created and never looked at again.
  var isSetOnce = false
}
