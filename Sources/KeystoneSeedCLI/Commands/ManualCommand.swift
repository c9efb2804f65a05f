import ArgumentParser

/// `keystone-seed manual`: the manual page, for installers and packages.
struct ManualCommand: ContextualCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page: keystone-seed manual | man -l -",
    shouldDisplay: false
  )

  func run(_ context: CommandContext) async throws -> ExitStatus {
    let command = try CommandDescription(of: KeystoneSeedCommand.self)
    context.emit(ManualPage(command: command, version: Version.number).text)
    return .success
  }
}
