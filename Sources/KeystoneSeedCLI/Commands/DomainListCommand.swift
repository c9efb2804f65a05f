import ArgumentParser
import KeystoneClient

/// `keystone-seed domain-list`: all domains, which v2.0 knows one of.
struct DomainListCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "domain-list",
    abstract: "List all domains (v3 alone).",
    discussion: "It is what openstack domain list shows."
  )
  static let columns: [String] = []
  static var version3Columns: [String] { openStackColumns.headers }

  private static let openStackColumns = [
    OpenStackColumn("ID", "id"), OpenStackColumn("Name", "name"),
    OpenStackColumn("Enabled", "enabled"), OpenStackColumn("Description", "description"),
  ]

  @OptionGroup(title: "List") var list: ListOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func listing(from reader: V3ListReader) async throws -> Listing {
    try await reader.listing(of: .domains, Self.openStackColumns)
  }
}
