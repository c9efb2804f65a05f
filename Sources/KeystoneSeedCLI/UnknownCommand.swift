import ArgumentParser
import SeedFormat
import Texts

/// The name of a command that there is not, which ArgumentParser would call an unexpected argument.
enum UnknownCommand {
  /// Refuses arguments whose first one names no command.
  static func check(_ arguments: [String], _ root: any ParsableCommand.Type) throws {
    guard let word = arguments.first, !word.hasPrefix("-") else { return }
    let configuration = root.configuration
    let commands =
      configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
    let hidden = commands.filter { !$0.configuration.shouldDisplay }.map(name)
    let names = commands.flatMap { [name(of: $0)] + $0.configuration.aliases } + ["help"]
    guard !names.contains(word) else { return }
    let similar = Spelling.nearest(to: word, among: names.filter { !hidden.contains($0) })
    let hint = similar.map { " Did you mean \($0)?" } ?? ""
    throw ValidationError("There is no command '\(TerminalText.harmless(word))'.\(hint)")
  }

  private static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? command._commandName
  }
}
