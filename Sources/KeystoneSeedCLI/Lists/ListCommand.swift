import ArgumentParser
import KeystoneClient

/// A command that shows a list of objects, over either version of the API.
protocol ListCommand: ContextualCommand {
  var list: ListOptions { get }
  var connection: ConnectionOptions { get }

  /// The names of the columns over v2.0, which are those of the fields; none for a list of v3 alone.
  static var columns: [String] { get }
  /// The column that the rows are sorted by over v2.0.
  static var sortColumn: String { get }
  /// All columns that the list may have over v3.
  static var version3Columns: [String] { get }

  /// The options given that v3 alone has, which name them in an error.
  var version3Options: [String] { get }

  /// Reads the objects of the list over v2.0.
  func objects(from reader: ListReader) async throws -> [JSONObject]
  /// Reads the list over v3.
  func listing(from reader: V3ListReader) async throws -> Listing
}

extension ListCommand {
  static var sortColumn: String { "name" }

  var version3Options: [String] { [] }

  func run(_ context: CommandContext) async throws -> ExitStatus {
    let connector = Connector(context: context, options: connection, parallelism: 1)
    let isShown = context.terminal.shows(.output)
    switch try await connector.connectIdentity() {
    case .v2(let connection):
      let lacking = Self.columns.isEmpty ? [Self.configuration.commandName ?? ""] : version3Options
      if let lacking = lacking.first {
        let isServed = await Version3Offer.isServed(beside: connection)
        throw ListError.needsVersion3(lacking, isServed: isServed)
      }
      try list.check(columns: Self.columns, others: Self.version3Columns)
      let reader = ListReader(client: connection.client, retrier: connection.retrier)
      context.emit(try await text(from: reader, isShown: isShown))
    case .v3(let connection):
      try list.check(columns: Self.version3Columns, others: Self.columns)
      let reader = V3ListReader(client: connection.client, retrier: connection.retrier)
      context.emit(try await text(from: reader, isShown: isShown))
    }
    return .success
  }

  /// The list over v2.0 as it is printed.
  ///
  /// - Parameters:
  ///   - reader: Where the objects come from.
  ///   - isShown: Whether a terminal shows it.
  /// - Returns: The text with its last line break.
  /// - Throws: ``ListError`` or `KeystoneError`.
  func text(from reader: ListReader, isShown: Bool) async throws -> String {
    let listing = Listing(
      try await objects(from: reader),
      columns: Self.columns,
      sortedBy: Self.sortColumn
    )
    try listing.check(list.columns)
    return ListReport(
      listing: listing.selecting(list.columns),
      format: list.format,
      hasHeader: !list.noHeader,
      isShown: isShown
    ).text
  }

  /// The list over v3 as it is printed.
  ///
  /// - Parameters:
  ///   - reader: Where the objects come from.
  ///   - isShown: Whether a terminal shows it.
  /// - Returns: The text with its last line break.
  /// - Throws: ``ListError`` or `KeystoneError`.
  func text(from reader: V3ListReader, isShown: Bool) async throws -> String {
    let listing = try await listing(from: reader)
    try listing.check(list.columns, others: Self.version3Columns)
    return OpenStackReport(
      listing: listing.selecting(list.columns),
      format: list.format,
      hasHeader: !list.noHeader,
      isShown: isShown
    ).text
  }

  /// All objects of a list of v2.0, for a command that has none there.
  func objects(from reader: ListReader) async throws -> [JSONObject] {
    throw ListError.needsVersion3(Self.configuration.commandName ?? "", isServed: nil)
  }
}
