/// A key of a cloud in `clouds.yaml` that matters to an identity client, as it is written there.
///
/// A dash counts as an underscore, as in openstacksdk. `interface` is none of them: it chooses among
/// a catalog's URLs, and the admin API of v2.0 is behind the admin one alone.
package enum CloudKey: String, CaseIterable, Sendable {
  // Within `auth` or beside it.
  case authURL = "auth_url"
  case username
  case userName = "user_name"
  case userID = "user_id"
  case password
  case projectName = "project_name"
  case tenantName = "tenant_name"
  case projectID = "project_id"
  case tenantID = "tenant_id"
  case token
  case authToken = "auth_token"
  case endpoint
  case url
  case domainName = "domain_name"
  case domainID = "domain_id"
  case userDomainName = "user_domain_name"
  case userDomainID = "user_domain_id"
  case projectDomainName = "project_domain_name"
  case projectDomainID = "project_domain_id"
  case defaultDomainName = "default_domain_name"
  case defaultDomainID = "default_domain_id"
  case systemScope = "system_scope"
  case trustID = "trust_id"
  case passcode
  case applicationCredentialID = "application_credential_id"
  case applicationCredentialName = "application_credential_name"
  case applicationCredentialSecret = "application_credential_secret"
  // Beside `auth` alone.
  case authType = "auth_type"
  case authPlugin = "auth_plugin"
  case apiVersion = "identity_api_version"
  case regionName = "region_name"
  case verify
  case insecure
  case caCertificate = "cacert"
  case certificate = "cert"
  case key
  case profile
  case cloud
  /// Its ID, in spite of the name.
  case defaultDomain = "default_domain"

  /// Whether it may stand within `auth`.
  var isOfAuth: Bool {
    switch self {
    case .authURL, .username, .userName, .userID, .password, .projectName, .tenantName, .projectID,
      .tenantID, .token, .authToken, .endpoint, .url, .domainName, .domainID, .userDomainName,
      .userDomainID, .projectDomainName, .projectDomainID, .defaultDomainName, .defaultDomainID,
      .systemScope, .trustID, .passcode, .applicationCredentialID, .applicationCredentialName,
      .applicationCredentialSecret:
      true
    case .authType, .authPlugin, .apiVersion, .regionName, .verify, .insecure, .caCertificate,
      .certificate, .key, .profile, .cloud, .defaultDomain:
      false
    }
  }

  /// The key of that name, whichever dash it has.
  init?(spelled name: String) {
    self.init(rawValue: Self.normalized(name))
  }

  /// The name with underscores.
  static func normalized(_ name: String) -> String {
    String(
      decoding: name.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 },
      as: UTF8.self
    )
  }
}
