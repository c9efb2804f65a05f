import ArgumentParser
import KeystoneClient

/// A command of 2014 that shows one object as a table of its properties, for the scripts that read it.
protocol GetCommand: ContextualCommand {
  var connection: ConnectionOptions { get }

  /// What the login is for.
  static var purpose: Connector.Purpose { get }
  /// What the openstack command calls it, over v3.
  static var successor: String { get }

  /// Reads the object.
  ///
  /// - Parameters:
  ///   - reader: Where it comes from.
  ///   - region: The region that the connection is set up for, nil for none.
  /// - Returns: Its properties.
  /// - Throws: ``ListError``, `KeystoneError` or `BackendFailure`.
  func properties(from reader: ListReader, region: String?) async throws -> JSONObject
}

extension GetCommand {
  static var purpose: Connector.Purpose { .administration }

  func run(_ context: CommandContext) async throws -> ExitStatus {
    let connector = Connector(context: context, options: connection, parallelism: 1)
    switch try await connector.connectIdentity(for: Self.purpose) {
    case .v2(let connection):
      let reader = ListReader(client: connection.client, retrier: connection.retrier)
      let isShown = context.terminal.shows(.output)
      context.emit(
        try await text(from: reader, region: connection.region, isShown: isShown)
      )
    case .v3:
      throw ListError.needsVersion2(
        Self.configuration.commandName ?? "",
        successor: Self.successor
      )
    }
    return .success
  }

  /// The table as it is printed (`print_dict` in keystoneclient's utils).
  ///
  /// - Parameters:
  ///   - reader: Where the object comes from.
  ///   - region: The region that the connection is set up for, nil for none.
  ///   - isShown: Whether a terminal shows it.
  /// - Returns: The text with its last line break.
  /// - Throws: ``ListError``, `KeystoneError` or `BackendFailure`.
  func text(from reader: ListReader, region: String? = nil, isShown: Bool) async throws -> String {
    let rows = try await properties(from: reader, region: region).map { member -> JSONObject in
      ["Property": .string(member.key), "Value": member.value]
    }
    let listing = Listing(rows, columns: ["Property", "Value"], sortedBy: "Property")
    return ListReport(listing: listing, format: .table, hasHeader: true, isShown: isShown).text
  }
}
