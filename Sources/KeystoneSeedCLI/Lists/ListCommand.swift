import KeystoneClient

/// A command that shows a list of objects.
protocol ListCommand: ContextualCommand {
  var list: ListOptions { get }
  var connection: ConnectionOptions { get }

  /// The names of the columns, which are those of the fields.
  static var columns: [String] { get }
  /// The column that the rows are sorted by.
  static var sortColumn: String { get }

  /// Reads the objects of the list.
  func objects(from reader: ListReader) async throws -> [JSONObject]
}

extension ListCommand {
  static var sortColumn: String { "name" }

  func validate() throws { try list.check(columns: Self.columns) }

  func run(_ context: CommandContext) async throws -> ExitStatus {
    let connector = Connector(context: context, options: connection, parallelism: 1)
    let connection = try await connector.connect()
    let reader = ListReader(client: connection.client, retrier: connection.retrier)
    context.emit(try await text(from: reader, isShown: context.terminal.shows(.output)))
    return .success
  }

  /// The list as it is printed.
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
    return ListReport(
      listing: listing.selecting(list.columns),
      format: list.format,
      hasHeader: !list.noHeader,
      isShown: isShown
    ).text
  }
}
