package import IdentityModel

/// One cloud of a `clouds.yaml`, as far as an identity client needs it; nil is what it leaves open.
package struct CloudEntry: Sendable {
  package var authType: AuthType?
  package var authURL: String?
  package var username: String?
  package var password: Secret?
  package var tenantName: String?
  package var tenantID: String?
  package var token: Secret?
  /// Where a token alone is enough, which is then not looked up in a catalog.
  package var endpoint: String?

  package var regionName: String?
  package var interface: String?
  package var apiVersion: APIVersion?

  package var caCertificate: String?
  package var certificate: String?
  package var key: String?
  package var verify: Bool?

  /// What could not be read of this cloud; the others of the file are none the worse for it.
  package var diagnostics: [SeedDiagnostic] = []

  package init() {}

  /// How the cloud wants to be logged in to.
  package enum AuthType: Hashable, Sendable {
    case password
    case token
    /// A token with the endpoint to use it at, as before the first user exists.
    case tokenEndpoint
    /// A plugin that is none of ours, by its name.
    case other(String)

    init(_ name: String) {
      self =
        switch name {
        case "password", "v2password": .password
        case "token", "v2token": .token
        case "token_endpoint", "admin_token": .tokenEndpoint
        default: .other(name)
        }
    }
  }

  /// The version of the Identity API that the cloud asks for.
  package enum APIVersion: Hashable, Sendable {
    case v2
    /// Any other, as it is written.
    case other(String)

    init(_ text: String) {
      self = ["2", "2.0", "v2", "v2.0"].contains(text) ? .v2 : .other(text)
    }
  }
}
