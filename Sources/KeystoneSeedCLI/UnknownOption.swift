import SeedFormat
import Texts

/// The answer to an unknown option.
///
/// ArgumentParser suggests what is spelled somewhat alike, such as `--set` for `--json`. What other
/// programs call the same is a better guess, and so is another command that has the option.
enum UnknownOption {
  private static let opening = "Error: Unknown option '"

  /// Never suggested for a misspelling: it keeps a question from being asked.
  private static let neverSuggested = ["yes", "force"]

  /// What other programs call `--yes`.
  private static let wordsForYes = ["y", "yes", "auto-approve", "assume-yes", "assumeyes"]

  /// What other programs call a run that changes nothing.
  private static let wordsForPlan = ["check", "diff", "what-if", "noop", "simulate"]

  /// What other programs call an option, and what it may be called here: the first that there is.
  private static let synonyms: [String: [String]] = [
    "D": ["set"], "define": ["set"], "e": ["set"], "extra-vars": ["set"], "var": ["set"],
    "variable": ["set"], "format": ["output"], "o": ["output", "format"], "output": ["format"],
    "limit": ["only"], "tags": ["only"], "target": ["only"], "d": ["debug"], "trace": ["debug"],
    "v": ["debug"], "verbose": ["debug"], "k": ["insecure"], "V": ["version"],
  ]

  /// What other programs call the seed.
  private static let wordsForSeed = ["f", "file", "seed"]

  /// The parser's message, with a better suggestion or none.
  ///
  /// - Parameters:
  ///   - message: All of the message; what is about something else is given back as it is.
  ///   - command: The command whose option it was to be.
  /// - Returns: The message to show.
  static func reworded(_ message: String, command: String?) -> String {
    guard message.hasPrefix(opening) else { return message }
    let line = message.prefix { $0 != "\n" }
    let option = line.dropFirst(opening.count).prefix { $0 != "'" }
    let hint = Options(command).flatMap { Self.hint(for: String(option), $0) }
    let rest = message.dropFirst(line.count)
    return "\(opening)\(option)'\(hint.map { ". \($0)" } ?? "")\(rest)"
  }

  private static func hint(for option: String, _ options: Options) -> String? {
    let name = String(option.drop { $0 == "-" })
    if wordsForYes.contains(name) {
      return options.has("yes") ? question("yes") : options.owners(of: "yes")
    }
    if name.hasPrefix("dry") || wordsForPlan.contains(name) {
      return ["plan", "apply"].contains(options.command)
        ? "'keystone-seed plan' shows what apply would do."
        : "'keystone-seed \(options.command)' changes nothing in a Keystone."
    }
    // With one dash, or with a value where it takes none.
    if options.has(name) { return question(name) }
    if let choice = options.first(offering: name) { return question("\(choice) \(name)") }
    for candidate in synonyms[name] ?? [] where options.has(candidate) {
      return question(candidate)
    }
    if wordsForSeed.contains(name), options.takesSeed {
      return "The seed is given without one: keystone-seed \(options.command) SEED."
    }
    if options.has("os-\(name)") { return question("os-\(name)") }
    if let owners = options.owners(of: name) { return owners }
    let near = Spelling.nearest(to: name, among: options.names)
    return near.flatMap { neverSuggested.contains($0) ? nil : question($0) }
  }

  private static func question(_ option: String) -> String { "Did you mean '--\(option)'?" }
}

/// The options of a command, beside those of the others.
private struct Options {
  let command: String
  private let own: CommandDescription
  private let all: [CommandDescription]

  init?(_ command: String?) {
    // Without the description there is no hint, and the message stands for itself.
    let root = try? CommandDescription(of: KeystoneSeedCommand.self)
    guard let command, let all = root?.subcommands,
      let own = all.first(where: {
        $0.commandName == command || $0.aliases?.contains(command) == true
      })
    else { return nil }
    self.command = own.commandName
    self.own = own
    self.all = all
  }

  /// Its long names, without the dashes.
  var names: [String] { own.longNames }

  var takesSeed: Bool { own.arguments?.contains { $0.valueName == "seed" } == true }

  func has(_ name: String) -> Bool { names.contains(name) }

  /// The option with that value, such as `output` for `json`.
  func first(offering value: String) -> String? {
    own.arguments?.first { $0.kind == .option && $0.allValues?.contains(value) == true }?
      .longNames.first
  }

  /// Which other commands have an option, where those are few.
  func owners(of name: String) -> String? {
    let few = 3
    let owners = all.filter { $0.shouldDisplay && $0.longNames.contains(name) }
      .map { "'keystone-seed \($0.commandName)'" }
    guard let last = owners.last, owners.count <= few else { return nil }
    let others = owners.dropLast().joined(separator: ", ")
    return others.isEmpty
      ? "Only \(last) has '--\(name)'." : "Only \(others) and \(last) have '--\(name)'."
  }
}

extension CommandDescription {
  fileprivate var longNames: [String] { (arguments ?? []).flatMap(\.longNames) }
}

extension CommandDescription.Argument {
  fileprivate var longNames: [String] {
    (names ?? []).filter { $0.kind == .long }.map(\.name)
  }
}
