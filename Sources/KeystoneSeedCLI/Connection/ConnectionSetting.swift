/// One thing that has to be known to reach a Keystone, and where it may be said.
///
/// The names of the environment variables are those of the 2014 `keystone` command, so that the
/// file which a shell already sources keeps its meaning.
enum ConnectionSetting: Hashable, CaseIterable, Sendable {
  case token
  case endpoint
  case username
  case userID
  case password
  case tenantName
  case tenantID
  case authURL
  case region
  case caCertificate
  case certificate
  case key

  /// The option that gives it; nil for the password, which no command line may hold.
  var option: String? {
    switch self {
    case .token: "--os-token"
    case .endpoint: "--os-endpoint"
    case .username: "--os-username"
    case .userID: "--os-user-id"
    case .password: nil
    case .tenantName: "--os-tenant-name"
    case .tenantID: "--os-tenant-id"
    case .authURL: "--os-auth-url"
    case .region: "--os-region-name"
    case .caCertificate: "--os-cacert"
    case .certificate: "--os-cert"
    case .key: "--os-key"
    }
  }

  /// The environment variables that give it, the first that is set before the others.
  var variables: [String] {
    switch self {
    case .token: ["OS_SERVICE_TOKEN", "SERVICE_TOKEN", "OS_TOKEN"]
    case .endpoint: ["OS_SERVICE_ENDPOINT", "SERVICE_ENDPOINT", "OS_ENDPOINT", "OS_URL"]
    case .username: ["OS_USERNAME"]
    case .userID: ["OS_USER_ID"]
    case .password: ["OS_PASSWORD"]
    case .tenantName: ["OS_PROJECT_NAME", "OS_TENANT_NAME"]
    case .tenantID: ["OS_PROJECT_ID", "OS_TENANT_ID"]
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
    case .token: "auth.token"
    case .endpoint: "auth.endpoint"
    case .username: "auth.username"
    case .userID: "auth.user_id"
    case .password: "auth.password"
    case .tenantName: "auth.project_name"
    case .tenantID: "auth.project_id"
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
    case .token: "token"
    case .endpoint: "endpoint"
    case .username: "user name"
    case .userID: "user ID"
    case .password: "password"
    case .tenantName: "tenant name"
    case .tenantID: "tenant ID"
    case .authURL: "auth URL"
    case .region: "region"
    case .caCertificate: "CA certificate"
    case .certificate: "client certificate"
    case .key: "client key"
    }
  }
}
