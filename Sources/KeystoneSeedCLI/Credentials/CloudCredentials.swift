import IdentityModel
import Texts

/// All that a client needs to log in to a cloud as one user.
struct CloudCredentials: Hashable, Sendable {
  var user: Name
  var password: Secret
  var tenant: Name
  var authURL: KeystoneURL
  var region: Name?
  /// The CA certificates to trust; an absolute path.
  var caCertificate: String?

  /// One variable of the environment; its value may be the password.
  struct Variable {
    let name: String
    let value: String
  }

  /// The variables as OpenStack's clients have read them since 2012, in the order of most rc files.
  ///
  /// The tenant under both its names: clients of 2014 know the older word, and cinderclient of today
  /// the newer one alone.
  var variables: [Variable] {
    var variables = [
      Variable(name: "OS_USERNAME", value: user.text),
      Variable(name: "OS_PASSWORD", value: password.exposed()),
      Variable(name: "OS_TENANT_NAME", value: tenant.text),
      Variable(name: "OS_PROJECT_NAME", value: tenant.text),
      Variable(name: "OS_AUTH_URL", value: authURL.text),
    ]
    if let region { variables.append(Variable(name: "OS_REGION_NAME", value: region.text)) }
    if let caCertificate { variables.append(Variable(name: "OS_CACERT", value: caCertificate)) }
    return variables
  }
}
