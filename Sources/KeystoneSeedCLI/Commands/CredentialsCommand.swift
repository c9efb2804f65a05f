import ArgumentParser
import IdentityModel

/// `keystone-seed credentials`: what a shell or a client needs to log in as a user of the seed.
struct CredentialsCommand: ContextualCommand {
  static let configuration = CommandConfiguration(
    commandName: "credentials",
    abstract: "Write an rc file for a user of the seed, or its clouds.yaml entry.",
    discussion: """
      Default: the user with the role admin in the tenant admin, or the one named admin if there \
      are several. The password comes from where the seed has it; where the seed does not say, or \
      there is no seed, it is asked for on the terminal.

        $ keystone-seed credentials --output ~/.openstackrc --profile ~/.profile

      A single argument is the seed if it is -, has a slash or ends in .yaml or .yml; otherwise a \
      user of the default seed; otherwise a file or directory. For a user named demo.yaml, say \
      --seed. Of several arguments the first is the user, and the others are one seed; for several \
      without a user, say --seed before each.
      """
  )

  @Argument(help: "The user.")
  var user: String?

  @Argument(help: SeedArgument.help, completion: SeedArgument.completion)
  var seed: [String] = []

  @Option(
    name: .customLong("seed"),
    help: ArgumentHelp(
      "The seed, or a part of it; what is left of the arguments is the user.",
      valueName: "seed"
    ),
    completion: SeedArgument.completion
  )
  var seedOption: [String] = []

  @Option(
    help: ArgumentHelp("Give a variable of the seed another value.", valueName: "name=value")
  )
  var set: [VariableSetting] = []

  @OptionGroup(title: "What is written") var form: CredentialsForm
  @OptionGroup(title: "Where to log in") var place: LoginOptions

  /// Read from the arguments before they are parsed, since what parsing refuses is shown too.
  @Flag(name: .long, help: "No colour, not even on a terminal. NO_COLOR says the same.")
  var noColor = false

  func validate() throws {
    if !seedOption.isEmpty, !seed.isEmpty {
      throw ValidationError("The seed is given twice: as an argument and with --seed.")
    }
  }

  func run(_ context: CommandContext) async throws -> ExitStatus {
    let source = try CredentialsSource.find(
      user: user,
      seed: seed + seedOption,
      variables: set,
      in: context
    )
    let request = place.request(for: source.user)
    let login =
      if let seed = source.seed {
        try LoginPlace(request, in: seed.desired)
      } else {
        try LoginPlace(request, environment: context.environment)
      }
    source.seed?.warn(about: login, in: context)
    if login.isVersionGuessed {
      context.warn(
        "the address names no version of the API: v2.0 is written; --identity-api 3 writes v3's"
      )
    }
    let password = try await source.password(of: login.user, in: context)
    let credentials = CloudCredentials(
      user: login.user,
      password: password,
      tenant: login.tenant,
      authURL: login.authURL,
      region: login.region,
      caCertificate: place.caCertificate.map(context.absolutePath)
    )
    guard !credentials.variables.contains(where: { $0.value.utf8.contains(0) }) else {
      throw CredentialsError.holdsNUL
    }
    try form.write(credentials, in: context)
    return .success
  }
}
