import ArgumentParser
import Convergence
import IdentityBackends
import SeedFormat

/// `keystone-seed dump`: the live cloud as a seed.
struct DumpCommand: ContextualCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump",
    abstract: "Write what the Keystone holds as a seed, to adopt a cloud that a script made.",
    discussion: """
      The seed is valid, and its plan on this cloud is empty. Passwords cannot be read back: the \
      seed takes them from variables that its first lines list. What a seed cannot say, such as \
      services that are there twice, is in comments at its end.
      """
  )

  @Option(
    help: ArgumentHelp(
      "Write the seed to this file instead of the screen; - is standard output.",
      valueName: "file"
    ),
    completion: .file()
  )
  var output: String?

  @Flag(
    help: ArgumentHelp(
      "Declare no passwords: those of the users are left alone.",
      discussion: "For users of LDAP, or many. Such a seed cannot make the users anew."
    )
  )
  var noPasswords = false

  @Flag(help: "Replace the file of --output even if it is no dump, edited or read-only.")
  var force = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many requests are in flight at a time.", valueName: "n")
  )
  var parallelism = 8

  @Flag(help: "No colour, not even on a terminal. NO_COLOR says the same.")
  var noColor = false

  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func validate() throws {
    if parallelism < 1 {
      throw ValidationError("--parallelism must be at least 1.")
    }
  }

  func run(_ context: CommandContext) async throws -> ExitStatus {
    let connector = Connector(context: context, options: connection, parallelism: parallelism)
    let connection = try await connector.connect()
    let reader = CloudReader(
      backend: V2Backend(client: connection.client),
      parallelism: parallelism,
      retrier: connection.retrier
    )
    let live = try await reader.read()
    let dump = SeedDump(
      live,
      address: connection.address,
      declaresPasswords: !noPasswords
    )
    guard let dump else {
      throw DumpError.nothingToSay(address: connection.address)
    }
    let text = StampedText.stamped(dump.text)
    if let output {
      try OutputFile(path: output, kind: .dump, isForced: force).write(text, in: context)
    } else {
      context.emit(text)
    }
    if dump.leftOutCount > 0 {
      let objects = dump.leftOutCount == 1 ? "1 object is" : "\(dump.leftOutCount) objects are"
      context.warn("\(objects) left out, since a seed cannot say it; see the seed's last lines")
    }
    for doubt in dump.doubts { context.warn("it is not known \(doubt)") }
    return .success
  }
}
