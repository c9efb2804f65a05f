import ArgumentParser
import IdentityModel
import KeystoneClient

/// What the command line may say about where a user logs in.
struct LoginOptions: ParsableArguments {
  @Option(
    name: [.customLong("tenant"), .customLong("project")],
    help: ArgumentHelp(
      "The tenant, or project, where the user has roles in several.",
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
    name: .customLong("identity-api"),
    help: ArgumentHelp(
      "The version of the Identity API to log in over, 2.0 or 3.",
      discussion: """
        Left out, it is the one that the address ends in. Of an address without a version, the seed's \
        is taken for one of 3 and that of --os-auth-url for one of 2.0.
        """,
      valueName: "version"
    ),
    completion: .list(["2.0", "3"]),
    transform: Self.version(spelled:)
  )
  var identityAPI: IdentityVersion?

  @Option(
    name: .customLong("os-cacert"),
    help: ArgumentHelp("The CA certificates that a client shall trust.", valueName: "file"),
    completion: .file()
  )
  var caCertificate: String?

  /// The version that a word on the command line means.
  static func version(spelled word: String) throws -> IdentityVersion {
    guard let version = IdentityVersion(spelled: word) else {
      throw ValidationError("There are versions 2.0 and 3 of the Identity API.")
    }
    return version
  }

  /// The same as a request for that user's credentials.
  func request(for user: QualifiedName?) -> CredentialsRequest {
    CredentialsRequest(
      user: user,
      tenant: tenant.map { QualifiedName($0) },
      region: region.map { Name($0) },
      interface: interface,
      authURL: authURL,
      version: identityAPI
    )
  }
}
