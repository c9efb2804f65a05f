import ArgumentParser
import KeystoneClient

/// `keystone-seed catalog`: the catalog as the one who is logged in sees it.
struct CatalogCommand: ContextualCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog",
    abstract: "Show the catalog of the user who logs in, its URLs filled in for the tenant.",
    discussion: """
      The table is one for each endpoint. With --column, and in the other formats, there is one \
      row for each instead. --os-region-name leaves the endpoints of other regions out.
      """
  )

  @Option(help: ArgumentHelp("Only services of this type.", valueName: "type"))
  var service: String?

  @OptionGroup(title: "List") var list: ListOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func validate() throws { try list.check(columns: Catalog.columns) }

  func run(_ context: CommandContext) async throws -> ExitStatus {
    let connector = Connector(context: context, options: connection, parallelism: 1)
    let connection = try await connector.connect(for: .login)
    let reader = ListReader(client: connection.client, retrier: connection.retrier)
    let isShown = context.terminal.shows(.output)
    context.emit(try await text(from: reader, region: connection.region, isShown: isShown))
    return .success
  }

  /// The catalog as it is printed.
  ///
  /// - Parameters:
  ///   - reader: Who is logged in.
  ///   - region: The region asked for, nil for all.
  ///   - isShown: Whether a terminal shows it.
  /// - Returns: The text, none for an empty catalog.
  /// - Throws: ``ListError`` or `KeystoneError`.
  func text(from reader: ListReader, region: String?, isShown: Bool) async throws -> String {
    guard let caller = try await reader.caller() else { throw ListError.noCatalog }
    guard caller.isScoped else { throw KeystoneError(.unscopedLogin) }
    let catalog = Catalog(caller.catalog, service: service, region: region)
    if list.format == .table, list.columns.isEmpty {
      return CatalogReport(catalog: catalog, hasHeader: !list.noHeader, isShown: isShown).text
    }
    return ListReport(
      listing: catalog.listing.selecting(list.columns),
      format: list.format,
      hasHeader: !list.noHeader,
      isShown: isShown
    ).text
  }
}
