import ArgumentParser
import KeystoneClient

/// How a command shows a list, alike for all that have one.
struct ListOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "How the list is written.",
      discussion: """
        Written byte for byte, for scripts that read it: over v2.0 the table is that of the 2014 \
        keystone command; over v3 each format is that of the openstack command \
        (python-openstackclient 10.5), which breaks lines to the width of a terminal and this does \
        not. On a terminal, control characters and others that it would obey or not show are \
        spelled out: \\x1b, \\u{202e}. Over v2.0, csv is RFC 4180's with the line ends of a Unix; \
        value has a space between values, as they are. In both, lists and objects are JSON.
        """
    )
  )
  var format = ListFormat.table

  @Option(
    name: [.customShort("c"), .customLong("column")],
    help: ArgumentHelp(
      "Column to show; repeat it for more, in the order you want.",
      discussion: "Case does not matter, and service_name is Service Name.",
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

  /// The columns of the list that a command line being typed is for, with either version of the API.
  static func columns(of arguments: [String]) -> [String] {
    let lists = KeystoneSeedCommand.configuration.groupedSubcommands.flatMap(\.subcommands)
      .compactMap { $0 as? any ListCommand.Type }
    guard let list = lists.first(where: { arguments.contains($0.configuration.commandName ?? "") })
    else { return [] }
    let others = list.version3Columns.map { ColumnName.typed($0) }
    return list.columns + others.filter { !list.columns.contains($0) }
  }

  /// Refuses a column that the list has with neither version of the API.
  ///
  /// - Parameters:
  ///   - known: The columns of the version that is spoken, which the error names.
  ///   - others: Those of the other one.
  /// - Throws: `ValidationError`.
  func check(columns known: [String], others: [String]) throws {
    for column in columns
    where !(known + others).contains(where: { ColumnName.isSame($0, column) }) {
      throw ValidationError(
        "There is no column '\(TerminalText.harmless(column))'; there are "
          + "\(known.joined(separator: ", "))."
      )
    }
  }
}

/// Whether a list over v3 has more columns.
struct LongListOption: ParsableArguments {
  @Flag(help: "More columns (v3 alone).")
  var long = false

  /// How an error names it, where it was given.
  var given: [String] { long ? ["--long"] : [] }
}

/// Which domain a list over v3 is of.
struct ListedDomainOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only those of this domain, a name or an ID (v3 alone).",
      valueName: "domain"
    )
  )
  var domain: String?

  /// How an error names it, where it was given.
  var given: [String] { domain == nil ? [] : ["--domain"] }

  /// The ID of the domain; nil where none was asked for.
  func id(from reader: V3ListReader) async throws -> String? {
    guard let domain else { return nil }
    return try await reader.domain(domain).id
  }
}
