import ArgumentParser
import KeystoneClient

/// `keystone-seed group-list`: all groups, or those of a domain, which v2.0 does not know.
struct GroupListCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "group-list",
    abstract: "List all groups (v3 alone).",
    discussion: "It is what openstack group list shows: the groups of all domains."
  )
  static let columns: [String] = []
  static var version3Columns: [String] { longColumns.headers }

  private static let shortColumns = [OpenStackColumn("ID", "id"), OpenStackColumn("Name", "name")]
  private static let longColumns =
    shortColumns + [
      OpenStackColumn("Domain ID", "domain_id"), OpenStackColumn("Description", "description"),
    ]

  @OptionGroup var domain: ListedDomainOption
  @OptionGroup var long: LongListOption
  @OptionGroup(title: "List") var list: ListOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func listing(from reader: V3ListReader) async throws -> Listing {
    let columns = long.long ? Self.longColumns : Self.shortColumns
    guard let domainID = try await domain.id(from: reader) else {
      return Listing(try await reader.groups(fields: columns.fields), columns)
    }
    return try await reader.listing(of: .groups(ofDomain: domainID), columns)
  }
}
