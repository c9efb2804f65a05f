import ArgumentParser
import KeystoneClient

/// `keystone-seed region-list`: all regions, which v2.0 has no list of.
struct RegionListCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "region-list",
    abstract: "List all regions (v3 alone).",
    discussion: "It is what openstack region list shows."
  )
  static let columns: [String] = []
  static var version3Columns: [String] { openStackColumns.headers }

  private static let openStackColumns = [
    OpenStackColumn("Region", "id"), OpenStackColumn("Parent Region", "parent_region_id"),
    OpenStackColumn("Description", "description"),
  ]

  @OptionGroup(title: "List") var list: ListOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func listing(from reader: V3ListReader) async throws -> Listing {
    try await reader.listing(of: .regions, Self.openStackColumns)
  }
}
