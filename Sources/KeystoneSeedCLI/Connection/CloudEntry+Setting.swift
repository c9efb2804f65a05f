import SeedFormat

extension CloudEntry {
  /// What the entry says about a setting, and where.
  subscript(_ setting: ConnectionSetting) -> CloudValue? {
    switch setting {
    case .apiVersion: apiVersion
    case .token: token
    case .endpoint: endpoint
    case .username: username
    case .userID: userID
    case .userDomainName: userDomainName
    case .userDomainID: userDomainID
    case .password: password
    case .applicationCredentialID: applicationCredentialID
    case .applicationCredentialName: applicationCredentialName
    case .applicationCredentialSecret: applicationCredentialSecret
    case .tenantName: tenantName
    case .tenantID: tenantID
    case .projectDomainName: projectDomainName
    case .projectDomainID: projectDomainID
    case .domainName: domainName
    case .domainID: domainID
    case .defaultDomainName: defaultDomainName
    case .defaultDomainID: defaultDomainID
    case .systemScope: systemScope
    case .authURL: authURL
    case .region: region
    case .caCertificate: caCertificate
    case .certificate: certificate
    case .key: key
    }
  }
}
