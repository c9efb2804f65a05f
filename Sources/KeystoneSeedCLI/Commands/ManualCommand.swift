import ArgumentParser

/// `keystone-seed manual`: the manual page, for installers and packages.
struct ManualCommand: ContextualCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page: keystone-seed manual | man -l -",
    shouldDisplay: false
  )

  @Flag(help: "That of the program whose --experimental-dump-help is on standard input.")
  var ofInput = false

  func run(_ context: CommandContext) async throws -> ExitStatus {
    var page = ManualPage(
      command: try ofInput
        ? CommandDescription(json: context.readInput(1 << 20))
        : CommandDescription(of: KeystoneSeedCommand.self),
      version: Version.number
    )
    if !ofInput { page.closing = ManualPage.ownClosing }
    context.emit(page.text)
    return .success
  }
}
