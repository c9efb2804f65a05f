import IdentityModel
import KeystoneClient
import Texts

/// All that a client needs to log in to a cloud as one user.
struct CloudCredentials: Hashable, Sendable {
  var user: QualifiedName
  var password: Secret
  var tenant: QualifiedName
  /// Where to log in, which says the version of the API as well.
  var authURL: KeystoneURL
  var region: Name?
  /// The CA certificates to trust; an absolute path.
  var caCertificate: String?

  /// One variable of the environment; its value may be the password.
  struct Variable {
    let name: String
    let value: String
  }

  /// Over which version of the API the login is.
  var version: IdentityVersion { authURL.version ?? .v2 }

  /// The domains of the user and of the project, the default one as everybody calls it; v2.0 has no word
  /// for them.
  var domains: (user: String, tenant: String)? {
    switch version {
    case .v2: nil
    case .v3: (user.domain?.text ?? "Default", tenant.domain?.text ?? "Default")
    }
  }

  /// The variables as OpenStack's clients have read them since 2012, in the order of most rc files.
  ///
  /// Over v2.0 the tenant is there under both its names: clients of 2014 know the older word, and
  /// cinderclient of today the newer one alone. Over v3 the domains and the version are said, as
  /// today's clients need it: without a domain they take names for those of v2.0.
  var variables: [Variable] {
    var variables = [
      Variable(name: "OS_USERNAME", value: user.text),
      Variable(name: "OS_PASSWORD", value: password.exposed()),
    ]
    if domains == nil { variables.append(Variable(name: "OS_TENANT_NAME", value: tenant.text)) }
    variables.append(Variable(name: "OS_PROJECT_NAME", value: tenant.text))
    if let domains {
      variables.append(Variable(name: "OS_USER_DOMAIN_NAME", value: domains.user))
      variables.append(Variable(name: "OS_PROJECT_DOMAIN_NAME", value: domains.tenant))
    }
    variables.append(Variable(name: "OS_AUTH_URL", value: authURL.text))
    if version == .v3 { variables.append(Variable(name: "OS_IDENTITY_API_VERSION", value: "3")) }
    if let region { variables.append(Variable(name: "OS_REGION_NAME", value: region.text)) }
    if let caCertificate { variables.append(Variable(name: "OS_CACERT", value: caCertificate)) }
    return variables
  }
}
