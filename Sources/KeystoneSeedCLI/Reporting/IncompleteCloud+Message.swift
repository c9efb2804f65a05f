import SeedFormat

extension IncompleteCloud: WordedError {
  /// Nothing was tried: what is wrong is how the command was called.
  var exitStatus: ExitStatus { .usage }

  var message: ErrorMessage {
    let name = TerminalText.harmless(cloud)
    let nouns = missing.map(\.noun).joined(separator: ", no ")
    let start = place.map { ["Its entry is at \(TerminalText.harmless($0))."] } ?? []
    return ErrorMessage(
      isWithoutLogin
        ? "the cloud \(name) says neither where to log in nor as whom"
        : "the login of the cloud \(name) is incomplete: there is no \(nouns)",
      hints: misspellings.map(\.words) + start + missing.map(places)
    )
  }

  /// Where a setting would count, in the order in which the places do.
  private func places(of setting: ConnectionSetting) -> String {
    let names = [setting.option].compactMap(\.self) + (variables[setting] ?? [])
    let others = names.isEmpty ? "" : ", or \(names.joined(separator: ", "))"
    return "The \(setting.noun): \(setting.cloudKey) in the entry\(others)."
  }
}

extension CloudEntry.Misspelling {
  /// Where the key is and what may be meant, harmless for a terminal.
  var words: String {
    TerminalText.harmless(
      "\(place): \"\(word)\" means nothing here; did you mean \"\(suggestion)\"?"
    )
  }
}
