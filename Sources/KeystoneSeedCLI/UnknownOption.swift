/// What is said of an option that there is not.
///
/// ArgumentParser suggests what is spelled much alike, such as `--yes` for `--dry`.
enum UnknownOption {
  private static let opening = "Error: Unknown option '"

  /// What no slip of the keyboard may lead to: it keeps a question from being asked.
  private static let neverSuggested = ["--yes", "--force"]

  /// What other programs call `--yes`, and it itself where there is no such option.
  private static let wordsForYes = ["-y", "--yes", "--auto-approve", "--assume-yes", "--assumeyes"]

  /// What other programs call `--set`.
  private static let wordsForSet = ["--var", "--variable", "--define"]

  /// What other programs call a run that changes nothing.
  private static let wordsForPlan = ["--check", "--diff", "--what-if", "--noop", "--simulate"]

  private static let commandsWithSet = [
    "validate", "plan", "diff", "apply", "verify", "credentials",
  ]

  /// The parser's message, with another suggestion where its own misleads.
  ///
  /// - Parameters:
  ///   - message: All of the message; what is about something else is given back as it is.
  ///   - command: The command whose option it was to be.
  /// - Returns: The message to show.
  static func reworded(_ message: String, command: String?) -> String {
    guard message.hasPrefix(opening) else { return message }
    let line = message.prefix { $0 != "\n" }
    let option = line.dropFirst(opening.count).prefix { $0 != "'" }
    // Behind the option: a quote, and perhaps `. Did you mean '--other'?`.
    let quoted = line.dropFirst(opening.count + option.count).split(separator: "'")
    let suggestion = quoted.dropFirst().first.map { String($0) }
    let hint = hint(for: String(option), suggestion, command: command ?? "")
    let rest = message.dropFirst(line.count)
    return "\(opening)\(option)'\(hint.map { ". \($0)" } ?? "")\(rest)"
  }

  private static func hint(
    for option: String,
    _ suggestion: String?,
    command: String
  ) -> String? {
    if wordsForYes.contains(option) { return command == "apply" ? question("--yes") : nil }
    if wordsForSet.contains(option) {
      return commandsWithSet.contains(command) ? question("--set") : nil
    }
    if option.hasPrefix("--dry") || wordsForPlan.contains(option) {
      return ["apply", "plan", "diff"].contains(command)
        ? "'keystone-seed plan' shows what apply would do." : nil
    }
    guard let suggestion, !neverSuggested.contains(suggestion) else { return nil }
    return question(suggestion)
  }

  private static func question(_ option: String) -> String { "Did you mean '\(option)'?" }
}
