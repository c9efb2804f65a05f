/// One thing that has to be known to reach a Keystone, and where it may be said.
///
/// The names of the environment variables are those of the 2014 `keystone` command, so that the
/// file which a shell already sources keeps its meaning, and those of `openstack` for what v3 added.
enum ConnectionSetting: Hashable, CaseIterable, Sendable {
  case apiVersion
  case token
  case endpoint
  case username
  case userID
  case userDomainName
  case userDomainID
  case password
  case applicationCredentialID
  case applicationCredentialName
  case applicationCredentialSecret
  case tenantName
  case tenantID
  case projectDomainName
  case projectDomainID
  case domainName
  case domainID
  case defaultDomainName
  case defaultDomainID
  case systemScope
  case authURL
  case region
  case caCertificate
  case certificate
  case key

  /// The option that gives it; nil for secrets, which no command line may hold, and for what names
  /// have beside them over v3.
  var option: String? {
    switch self {
    case .apiVersion: "--os-identity-api-version"
    case .token: "--os-token"
    case .endpoint: "--os-endpoint"
    case .username: "--os-username"
    case .userID: "--os-user-id"
    case .tenantName: "--os-tenant-name"
    case .tenantID: "--os-tenant-id"
    case .authURL: "--os-auth-url"
    case .region: "--os-region-name"
    case .caCertificate: "--os-cacert"
    case .certificate: "--os-cert"
    case .key: "--os-key"
    case .userDomainName, .userDomainID, .password, .applicationCredentialID,
      .applicationCredentialName, .applicationCredentialSecret, .projectDomainName,
      .projectDomainID, .domainName, .domainID, .defaultDomainName, .defaultDomainID,
      .systemScope:
      nil
    }
  }

  /// The environment variables that give it, the first that is set before the others.
  var variables: [String] {
    switch self {
    case .apiVersion: ["OS_IDENTITY_API_VERSION"]
    case .token: ["OS_SERVICE_TOKEN", "SERVICE_TOKEN", "OS_TOKEN"]
    case .endpoint: ["OS_SERVICE_ENDPOINT", "SERVICE_ENDPOINT", "OS_ENDPOINT", "OS_URL"]
    case .username: ["OS_USERNAME"]
    case .userID: ["OS_USER_ID"]
    case .userDomainName: ["OS_USER_DOMAIN_NAME"]
    case .userDomainID: ["OS_USER_DOMAIN_ID"]
    case .password: ["OS_PASSWORD"]
    case .applicationCredentialID: ["OS_APPLICATION_CREDENTIAL_ID"]
    case .applicationCredentialName: ["OS_APPLICATION_CREDENTIAL_NAME"]
    case .applicationCredentialSecret: ["OS_APPLICATION_CREDENTIAL_SECRET"]
    case .tenantName: ["OS_PROJECT_NAME", "OS_TENANT_NAME"]
    case .tenantID: ["OS_PROJECT_ID", "OS_TENANT_ID"]
    case .projectDomainName: ["OS_PROJECT_DOMAIN_NAME"]
    case .projectDomainID: ["OS_PROJECT_DOMAIN_ID"]
    case .domainName: ["OS_DOMAIN_NAME"]
    case .domainID: ["OS_DOMAIN_ID"]
    case .defaultDomainName: ["OS_DEFAULT_DOMAIN_NAME"]
    case .defaultDomainID: ["OS_DEFAULT_DOMAIN_ID", "OS_DEFAULT_DOMAIN"]
    case .systemScope: ["OS_SYSTEM_SCOPE"]
    case .authURL: ["OS_AUTH_URL"]
    case .region: ["OS_REGION_NAME"]
    case .caCertificate: ["OS_CACERT"]
    case .certificate: ["OS_CERT"]
    case .key: ["OS_KEY"]
    }
  }

  /// Where an entry of `clouds.yaml` gives it.
  var cloudKey: String {
    switch self {
    case .apiVersion: "identity_api_version"
    case .token: "auth.token"
    case .endpoint: "auth.endpoint"
    case .username: "auth.username"
    case .userID: "auth.user_id"
    case .userDomainName: "auth.user_domain_name"
    case .userDomainID: "auth.user_domain_id"
    case .password: "auth.password"
    case .applicationCredentialID: "auth.application_credential_id"
    case .applicationCredentialName: "auth.application_credential_name"
    case .applicationCredentialSecret: "auth.application_credential_secret"
    case .tenantName: "auth.project_name"
    case .tenantID: "auth.project_id"
    case .projectDomainName: "auth.project_domain_name"
    case .projectDomainID: "auth.project_domain_id"
    case .domainName: "auth.domain_name"
    case .domainID: "auth.domain_id"
    case .defaultDomainName: "auth.default_domain_name"
    case .defaultDomainID: "auth.default_domain_id"
    case .systemScope: "auth.system_scope"
    case .authURL: "auth.auth_url"
    case .region: "region_name"
    case .caCertificate: "cacert"
    case .certificate: "cert"
    case .key: "key"
    }
  }

  /// Variables of today's clients, which mean a token where one is meant to be used alone.
  ///
  /// A login of today may have them left over; `OS_SERVICE_TOKEN` always stood for itself.
  static let newerTokenVariables = ["OS_TOKEN", "OS_ENDPOINT", "OS_URL"]

  /// What a person calls it.
  var noun: String {
    switch self {
    case .apiVersion: "version of the API"
    case .token: "token"
    case .endpoint: "endpoint"
    case .username: "user name"
    case .userID: "user ID"
    case .userDomainName: "name of the user's domain"
    case .userDomainID: "ID of the user's domain"
    case .password: "password"
    case .applicationCredentialID: "ID of an application credential"
    case .applicationCredentialName: "name of an application credential"
    case .applicationCredentialSecret: "secret of the application credential"
    case .tenantName: "tenant name"
    case .tenantID: "tenant ID"
    case .projectDomainName: "name of the project's domain"
    case .projectDomainID: "ID of the project's domain"
    case .domainName: "domain name"
    case .domainID: "domain ID"
    case .defaultDomainName: "name of the default domain"
    case .defaultDomainID: "ID of the default domain"
    case .systemScope: "scope of the system"
    case .authURL: "auth URL"
    case .region: "region"
    case .caCertificate: "CA certificate"
    case .certificate: "client certificate"
    case .key: "client key"
    }
  }
}
