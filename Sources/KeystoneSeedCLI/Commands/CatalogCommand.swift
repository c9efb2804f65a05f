import ArgumentParser
import KeystoneClient

/// `keystone-seed catalog`: the catalog as the one who is logged in sees it.
struct CatalogCommand: ContextualCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog",
    abstract: "Show the catalog of the user who logs in, its URLs filled in for the tenant.",
    discussion: """
      Over v2.0 the table is one for each endpoint. With --column, and in the other formats, there \
      is one row for each instead. The region that is asked for leaves the endpoints of others out.

      Over v3 it is what openstack catalog list shows, a row for each service. There --os-region-name \
      leaves the endpoints of other regions out, and OS_REGION_NAME does not.
      """
  )

  @Option(help: ArgumentHelp("Only services of this type.", valueName: "type"))
  var service: String?

  @OptionGroup(title: "List") var list: ListOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func run(_ context: CommandContext) async throws -> ExitStatus {
    let connector = Connector(context: context, options: connection, parallelism: 1)
    let isShown = context.terminal.shows(.output)
    switch try await connector.connectIdentity(for: .login) {
    case .v2(let connection):
      try list.check(columns: Catalog.columns, others: Catalog.version3Columns)
      let reader = ListReader(client: connection.client, retrier: connection.retrier)
      context.emit(try await text(from: reader, region: connection.region, isShown: isShown))
    case .v3(let connection):
      try list.check(columns: Catalog.version3Columns, others: Catalog.columns)
      let reader = V3ListReader(client: connection.client, retrier: connection.retrier)
      // The openstack command shows all, whatever region the environment is set up for.
      let region = self.connection[.region]
      context.emit(try await text(from: reader, region: region, isShown: isShown))
    }
    return .success
  }

  /// The catalog over v3 as it is printed.
  ///
  /// - Parameters:
  ///   - reader: Who is logged in.
  ///   - region: The region asked for, nil for all.
  ///   - isShown: Whether a terminal shows it.
  /// - Returns: The text with its last line break.
  /// - Throws: ``ListError`` or `KeystoneError`.
  func text(from reader: V3ListReader, region: String?, isShown: Bool) async throws -> String {
    guard let caller = try await reader.caller() else { throw ListError.noCatalog }
    guard caller.isScoped else { throw KeystoneError(.unscopedLogin) }
    let entries = try await reader.objects(of: .catalog, fields: ["name", "type", "endpoints"])
    let listing = Catalog.listing(entries, service: service, region: region)
    try listing.check(list.columns)
    return OpenStackReport(
      listing: listing.selecting(list.columns),
      format: list.format,
      hasHeader: !list.noHeader,
      isShown: isShown
    ).text
  }

  /// The catalog over v2.0 as it is printed.
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
    try catalog.listing.check(list.columns)
    return ListReport(
      listing: catalog.listing.selecting(list.columns),
      format: list.format,
      hasHeader: !list.noHeader,
      isShown: isShown
    ).text
  }
}
