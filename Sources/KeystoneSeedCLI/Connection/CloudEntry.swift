import IdentityModel

/// What one entry of `clouds.yaml` says, as far as it matters here.
struct CloudEntry: Hashable, Sendable {
  var authURL: String?
  var username: String?
  var password: Secret?
  /// `project_name`, or `tenant_name` in older files.
  var tenantName: String?
  var tenantID: String?
  var token: Secret?
  var endpoint: String?
  var region: String?
  var caCertificate: String?
  var certificate: String?
  var key: String?
  /// False where any certificate is to be trusted.
  var verify: Bool?
}

extension CloudEntry {
  /// What the entry says about a setting; an empty value counts as unset.
  subscript(_ setting: ConnectionSetting) -> String? {
    let value: String? =
      switch setting {
      case .token: token?.exposed()
      case .endpoint: endpoint
      case .username: username
      case .password: password?.exposed()
      case .tenantName: tenantName
      case .tenantID: tenantID
      case .authURL: authURL
      case .region: region
      case .caCertificate: caCertificate
      case .certificate: certificate
      case .key: key
      }
    return value == "" ? nil : value
  }
}
