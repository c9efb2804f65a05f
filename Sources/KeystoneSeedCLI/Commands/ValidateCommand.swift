import ArgumentParser
import KeystoneClient
import SeedFormat

/// `keystone-seed validate`: every problem of a seed at once, without a network.
struct ValidateCommand: ContextualCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check a seed offline: every problem at once, with its line and column.",
    discussion: """
      Passwords are not read, so that a seed can be checked where its secrets are not. \
      Problems go to standard error, a line each: FILE:LINE:COLUMN: error: ...
      """
  )

  @Argument(help: SeedArgument.help, completion: SeedArgument.completion)
  var seed: [String] = []

  @Option(
    help: ArgumentHelp("Give a variable of the seed another value.", valueName: "name=value")
  )
  var set: [VariableSetting] = []

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "The version of the Identity API that has to be enough, 2.0 or 3.",
      valueName: "version"
    ),
    completion: .list(["2.0", "3"]),
    transform: LoginOptions.version(spelled:)
  )
  var version: IdentityVersion?

  @OptionGroup var output: OutputOptions

  func run(_ context: CommandContext) async throws -> ExitStatus {
    let locations = try SeedLocation.find(seed, in: context)
    let whole = try LoadedSeed.read(locations, variables: set, in: context)
    let reading =
      switch version {
      case .v2: whole.overVersion2
      case .v3: whole
      case nil: whole.overAnyVersion
      }
    switch output.output {
    case .text:
      LoadedSeed.show(reading.diagnostics, in: context)
      if let desired = reading.desired, !output.quiet {
        context.emit(SeedSummary(desired, files: reading.files).text)
      }
    case .json:
      context.emit(try JSONText.report(DiagnosticsDocument(reading)))
    case .markdown:
      context.emit(DiagnosticsMarkdown(reading: reading).text)
    }
    return reading.desired == nil ? .failure : .success
  }
}

/// What every command says about its SEED argument.
enum SeedArgument {
  static let help = ArgumentHelp(
    "The seed: paths, - for standard input, or directories of *.yaml and *.yml.",
    discussion: """
      Several are one seed. Left out: $KEYSTONE_SEED, else ./keystone-seed.yaml, else /etc/keystone-seed/seed.yaml.
      """,
    valueName: "seed"
  )

  static let completion = CompletionKind.file(extensions: ["yaml", "yml"])
}
