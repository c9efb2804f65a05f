import SeedFormat

extension CloudEntry {
  /// What the entry says about a setting, and where.
  subscript(_ setting: ConnectionSetting) -> CloudValue? {
    switch setting {
    case .token: token
    case .endpoint: endpoint
    case .username: username
    case .userID: userID
    case .password: password
    case .tenantName: tenantName
    case .tenantID: tenantID
    case .authURL: authURL
    case .region: region
    case .caCertificate: caCertificate
    case .certificate: certificate
    case .key: key
    }
  }
}
