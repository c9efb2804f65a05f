import IdentityModel

/// As whom to log in, and where: credentials without the password.
struct LoginPlace: Hashable, Sendable {
  var user: Name
  var tenant: Name
  var authURL: KeystoneURL
  var region: Name?
}
