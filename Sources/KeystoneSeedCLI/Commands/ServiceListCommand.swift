import ArgumentParser
import KeystoneClient

/// `keystone-seed service-list`: all services.
struct ServiceListCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "service-list",
    abstract: "List all services.",
    discussion: "Over v3 it is what openstack service list shows."
  )
  static let columns = ["id", "name", "type", "description"]
  static var version3Columns: [String] { longColumns.headers }

  private static let shortColumns = [
    OpenStackColumn("ID", "id"), OpenStackColumn("Name", "name"), OpenStackColumn("Type", "type"),
  ]
  private static let longColumns =
    shortColumns + [
      OpenStackColumn("Description", "description"), OpenStackColumn("Enabled", "enabled"),
    ]

  @OptionGroup var long: LongListOption
  @OptionGroup(title: "List") var list: ListOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  var version3Options: [String] { long.given }

  func objects(from reader: ListReader) async throws -> [JSONObject] {
    try await reader.objects(of: .services, fields: Self.columns)
  }

  func listing(from reader: V3ListReader) async throws -> Listing {
    try await reader.listing(of: .services, long.long ? Self.longColumns : Self.shortColumns)
  }
}
