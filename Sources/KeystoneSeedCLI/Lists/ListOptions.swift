import ArgumentParser

/// How a command shows a list, alike for all that have one.
struct ListOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "How the list is written.",
      discussion: """
        The table is that of the 2014 keystone command, byte for byte, for scripts that read it. On \
        a terminal, control characters and others that it would obey or not show are spelled out: \
        \\x1b, \\u{202e}. csv is RFC 4180's with the line ends of a Unix; value has a space between \
        values, as they are. In both, lists and objects are JSON.
        """
    )
  )
  var format = ListFormat.table

  @Option(
    name: [.customShort("c"), .customLong("column")],
    help: ArgumentHelp(
      "Column to show; repeat it for more, in the order you want.",
      valueName: "name"
    ),
    completion: .custom { arguments, _, _ in ListOptions.columns(of: arguments) }
  )
  var columns: [String] = []

  @Flag(help: "Leave out the names of the columns.")
  var noHeader = false

  /// Read from the arguments before they are parsed, since what parsing refuses is shown too.
  @Flag(name: .long, help: "No colour, not even on a terminal. NO_COLOR says the same.")
  var noColor = false

  /// The columns of the list that a command line being typed is for.
  static func columns(of arguments: [String]) -> [String] {
    let lists = KeystoneSeedCommand.configuration.groupedSubcommands.flatMap(\.subcommands)
      .compactMap { $0 as? any ListCommand.Type }
    return lists.first { arguments.contains($0.configuration.commandName ?? "") }?.columns ?? []
  }

  /// Refuses a column that the list does not have.
  func check(columns known: [String]) throws {
    for column in columns where !known.contains(column) {
      throw ValidationError(
        """
        There is no column '\(TerminalText.harmless(column))'; there are \
        \(known.joined(separator: ", ")).
        """
      )
    }
  }
}
