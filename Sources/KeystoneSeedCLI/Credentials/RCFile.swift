/// The file that a shell sources to become a user of a cloud.
struct RCFile {
  let credentials: CloudCredentials
  let shell: Shell

  /// The whole text.
  ///
  /// Whose it is stands in no comment, where csh would expand a `!`.
  var text: String {
    """
    # Made by keystone-seed credentials. It holds a password.

    \(shell.unset(Self.leftovers))

    """
      + credentials.variables.map { shell.export($0.name, $0.value) }.joined()
  }

  /// What another rc file may have left, and a client would take for part of this login.
  ///
  /// The variables of python-keystoneclient, python-openstackclient, keystoneauth and
  /// python-swiftclient that say who logs in where and how. One that is left decides over what is
  /// set here: `OS_TOKEN` over the password, `OS_PROJECT_ID` over the tenant, `ST_AUTH` over the auth
  /// URL, `OS_STORAGE_URL` over the catalog, `OS_CLOUD` over everything.
  static let leftovers = [
    "SERVICE_TOKEN", "SERVICE_ENDPOINT", "OS_SERVICE_TOKEN", "OS_SERVICE_ENDPOINT",
    "OS_TOKEN", "OS_AUTH_TOKEN", "OS_URL", "OS_ENDPOINT", "OS_ENDPOINT_OVERRIDE",
    "OS_IDENTITY_ENDPOINT_OVERRIDE", "OS_STORAGE_URL", "OS_IMAGE_URL", "OS_BYPASS_URL",
    "OS_CLOUD", "OS_CLOUD_NAME",
    "OS_USERNAME", "OS_USER_ID", "OS_PASSWORD", "OS_PASSCODE",
    "OS_TENANT_NAME", "OS_TENANT_ID", "OS_PROJECT_NAME", "OS_PROJECT_ID",
    "OS_DOMAIN_NAME", "OS_DOMAIN_ID", "OS_DEFAULT_DOMAIN", "OS_DEFAULT_DOMAIN_NAME",
    "OS_DEFAULT_DOMAIN_ID", "OS_USER_DOMAIN_NAME", "OS_USER_DOMAIN_ID",
    "OS_PROJECT_DOMAIN_NAME", "OS_PROJECT_DOMAIN_ID", "OS_SYSTEM_SCOPE", "OS_TRUST_ID",
    "OS_AUTH_URL", "OS_AUTH_TYPE", "OS_AUTH_PLUGIN", "OS_AUTH_STRATEGY", "OS_AUTH_SYSTEM",
    "OS_AUTH_METHODS", "OS_IDENTITY_API_VERSION", "OS_IDENTITY_PROVIDER", "OS_PROTOCOL",
    "OS_ACCESS_TOKEN", "OS_APPLICATION_CREDENTIAL_ID", "OS_APPLICATION_CREDENTIAL_NAME",
    "OS_APPLICATION_CREDENTIAL_SECRET",
    "OS_AUTH_VERSION", "ST_AUTH", "ST_USER", "ST_KEY", "ST_AUTH_VERSION",
    "OS_REGION_NAME", "OS_INTERFACE", "OS_ENDPOINT_TYPE", "OS_SERVICE_TYPE",
    "OS_CACERT", "OS_CERT", "OS_KEY", "OS_INSECURE",
  ]
}
