import ArgumentParser
import IdentityModel

/// What the command line may say about where a user logs in.
struct LoginOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The tenant, where the user has roles in several.",
      discussion: """
        Left out, it is the only one; of several the user's default tenant, else the one that is \
        called like the user.
        """,
      valueName: "name"
    )
  )
  var tenant: String?

  @Option(help: ArgumentHelp("The region, where the seed has several.", valueName: "name"))
  var region: String?

  @Option(help: "Which of the identity service's URLs to log in at.")
  var interface = EndpointInterface.public

  @Option(
    name: .customLong("os-auth-url"),
    help: ArgumentHelp(
      "Log in there, whatever the seed says; needed without a seed (OS_AUTH_URL).",
      valueName: "url"
    )
  )
  var authURL: String?

  @Option(
    name: .customLong("os-cacert"),
    help: ArgumentHelp("The CA certificates that a client shall trust.", valueName: "file")
  )
  var caCertificate: String?

  /// The same as a request for that user's credentials.
  func request(for user: Name?) -> CredentialsRequest {
    CredentialsRequest(
      user: user,
      tenant: tenant.map { Name($0) },
      region: region.map { Name($0) },
      interface: interface,
      authURL: authURL
    )
  }
}
