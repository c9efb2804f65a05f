import ArgumentParser
import SeedFormat
import Texts

/// The name of a command that there is not, which ArgumentParser would call an unexpected argument.
enum UnknownCommand {
  /// What other programs call a command, and what does the same here.
  private static let hints = [
    "destroy": "What is listed under 'absent' in the seed is deleted by apply.",
    "import": "'keystone-seed dump' writes a live cloud down as a seed.",
    "export": "'keystone-seed dump' writes a live cloud down as a seed.",
    "sync": "'keystone-seed apply' makes the Keystone hold what the seed declares.",
    "up": "'keystone-seed apply' makes the Keystone hold what the seed declares.",
    "deploy": "'keystone-seed apply' makes the Keystone hold what the seed declares.",
    "check": "'keystone-seed verify' asks a Keystone, 'keystone-seed validate' the seed alone.",
    "lint": "'keystone-seed validate' checks a seed offline.",
    "preview": "'keystone-seed plan' shows what apply would do.",
    "dry-run": "'keystone-seed plan' shows what apply would do.",
    "init": "There is nothing to set up: write a seed, and apply it.",
    "bootstrap": "'keystone-manage bootstrap' comes first, then 'keystone-seed apply'.",
    "openrc": "'keystone-seed credentials' writes what a shell sources.",
    "bash-completion": "'keystone-seed --generate-completion-script bash' prints it.",
    "discover": "Every command finds out by itself which versions a Keystone serves.",
  ]

  /// Where a command of 2014 changed something, which is the seed's to say now.
  private static func seedHint(for word: String) -> String? {
    let kinds = ["user", "tenant", "role", "service", "endpoint", "user-role", "ec2-credentials"]
    let deeds = ["create", "delete", "update", "add", "remove", "password-update"]
    let isOne = kinds.contains { kind in deeds.contains { word == "\(kind)-\($0)" } }
    return isOne
      ? "What there is to be stands in the seed, which 'keystone-seed apply' makes so." : nil
  }

  /// Refuses arguments whose first one names no command.
  static func check(_ arguments: [String], _ root: any ParsableCommand.Type) throws {
    guard let word = arguments.first, !word.hasPrefix("-") else { return }
    let configuration = root.configuration
    let commands =
      configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
    let hidden = commands.filter { !$0.configuration.shouldDisplay }.map(name)
    let names = commands.flatMap { [name(of: $0)] + $0.configuration.aliases } + ["help"]
    guard !names.contains(word) else { return }
    if let hint = hints[word.lowercased()] ?? seedHint(for: word) {
      throw ValidationError("There is no command '\(TerminalText.harmless(word))'. \(hint)")
    }
    let similar = Spelling.nearest(to: word, among: names.filter { !hidden.contains($0) })
    let hint = similar.map { " Did you mean \($0)?" } ?? ""
    throw ValidationError("There is no command '\(TerminalText.harmless(word))'.\(hint)")
  }

  private static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? command._commandName
  }
}
