import ArgumentParser
import IdentityModel
import Texts

/// Which Keystone a command talks to, and as whom.
struct ConnectionOptions: ParsableArguments {
  @Option(
    name: .customLong("os-token"),
    help: ArgumentHelp(
      "The admin token, or any token with the role admin.",
      discussion: "Prefer OS_SERVICE_TOKEN: other users can read the command line.",
      valueName: "token"
    ),
    transform: { Secret($0) }
  )
  var token: Secret?

  @Option(
    name: .customLong("os-endpoint"),
    help: ArgumentHelp(
      "The admin URL that the token is for (OS_SERVICE_ENDPOINT).",
      valueName: "url"
    )
  )
  var endpoint: String?

  @Option(
    name: .customLong("os-username"),
    help: ArgumentHelp(
      "The user to log in as (OS_USERNAME).",
      discussion: "The password is read from OS_PASSWORD, from clouds.yaml or from the terminal.",
      valueName: "name"
    )
  )
  var username: String?

  @Option(
    name: .customLong("os-user-id"),
    help: ArgumentHelp("The same by its ID (OS_USER_ID).", valueName: "id")
  )
  var userID: String?

  @Option(
    name: [.customLong("os-tenant-name"), .customLong("os-project-name")],
    help: ArgumentHelp("The tenant to log in to (OS_TENANT_NAME).", valueName: "name")
  )
  var tenantName: String?

  @Option(
    name: [.customLong("os-tenant-id"), .customLong("os-project-id")],
    help: ArgumentHelp("The same by its ID (OS_TENANT_ID).", valueName: "id")
  )
  var tenantID: String?

  @Option(
    name: .customLong("os-auth-url"),
    help: ArgumentHelp("Where to log in (OS_AUTH_URL).", valueName: "url")
  )
  var authURL: String?

  @Option(
    name: .customLong("os-identity-api-version"),
    help: ArgumentHelp(
      "The version of the Identity API, 2.0 or 3.",
      discussion: """
        OS_IDENTITY_API_VERSION says the same. Left out, it is the one that the address ends in, else 3 \
        where the server offers it, else 2.0.
        """,
      valueName: "version"
    )
  )
  var apiVersion: String?

  @Option(
    name: .customLong("os-region-name"),
    help: ArgumentHelp(
      "Region to use when the catalog lists several identity admin URLs (OS_REGION_NAME).",
      valueName: "region"
    )
  )
  var region: String?

  @Option(
    name: .customLong("os-cloud"),
    help: ArgumentHelp(
      "The entry of clouds.yaml to use (OS_CLOUD).",
      discussion: "With this option the environment cannot lead to another cloud.",
      valueName: "name"
    )
  )
  var cloud: String?

  @Option(
    name: .customLong("os-cacert"),
    help: ArgumentHelp(
      "The CA certificates to trust, a PEM file (OS_CACERT).",
      valueName: "file"
    ),
    completion: .file()
  )
  var caCertificate: String?

  @Option(
    name: .customLong("os-cert"),
    help: ArgumentHelp("The client certificate, a PEM file (OS_CERT).", valueName: "file"),
    completion: .file()
  )
  var certificate: String?

  @Option(
    name: .customLong("os-key"),
    help: ArgumentHelp(
      "Its key, where the certificate's file does not hold it (OS_KEY).",
      valueName: "file"
    ),
    completion: .file()
  )
  var key: String?

  @Flag(
    name: .customLong("insecure"),
    help: "Do not verify TLS certificates (OS_INSECURE)."
  )
  var insecure = false

  @Flag(
    name: .customLong("allow-http-admin"),
    help: "Send the token to an http admin URL of the catalog even after an https login."
  )
  var allowsHTTPAdmin = false

  @Option(
    name: .customLong("timeout"),
    parsing: .unconditional,
    help: ArgumentHelp(
      "How long one request may take, connecting included (10 seconds at most).",
      valueName: "seconds"
    )
  )
  var timeout = Seconds(60)

  @Option(
    name: .customLong("wait"),
    parsing: .unconditional,
    help: ArgumentHelp(
      "How long to wait for a first answer of a Keystone that is still starting.",
      discussion: "In all, before anything else, the last request included.",
      valueName: "seconds"
    )
  )
  var wait = Seconds(0)

  @Option(
    name: .customLong("retry-for"),
    parsing: .unconditional,
    help: ArgumentHelp(
      "How long to retry failing requests, once Keystone has answered (default: 60).",
      discussion: """
        A server that never answered is an error at once; --wait waits for a Keystone that is \
        starting. First answers of 502, 503 or 504 are retried only if this is given, 500 for 3 \
        seconds without it. The last try is cut to the time left, so that one operation takes \
        --timeout and --retry-for together at most. After as long as that without a success, \
        nothing new is sent. 429 and 503 with Retry-After are retried when they say.
        """,
      valueName: "seconds"
    )
  )
  var retryFor: Seconds?

  @Flag(
    name: .customLong("debug"),
    help: "Show requests and answers on standard error, without secrets."
  )
  var debug = false

  /// There to be refused with a reason: the 2014 command had it.
  @Option(name: .customLong("os-password"), help: .hidden, transform: { Secret($0) })
  var refusedPassword: Secret?

  func validate() throws {
    if timeout == Seconds(0) {
      throw ValidationError("--timeout must be more than 0 seconds.")
    }
    if refusedPassword != nil {
      throw ValidationError(
        """
        No password is taken from the command line, where every user of the machine can read it. \
        Set OS_PASSWORD, name an entry of clouds.yaml, or type it when you are asked.
        """
      )
    }
  }
}

extension ConnectionOptions {
  /// What the command line says about a setting; an empty value counts as unset.
  subscript(_ setting: ConnectionSetting) -> String? {
    let value: String? =
      switch setting {
      case .apiVersion: apiVersion
      case .token: token?.exposed()
      case .endpoint: endpoint
      case .username: username
      case .userID: userID
      case .userDomainName, .userDomainID, .password, .applicationCredentialID,
        .applicationCredentialName, .applicationCredentialSecret, .projectDomainName,
        .projectDomainID, .domainName, .domainID, .defaultDomainName, .defaultDomainID,
        .systemScope:
        nil
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
