import ArgumentParser
import KeystoneClient

/// `keystone-seed user-list`: all users, or those of a tenant.
struct UserListCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "user-list",
    abstract: "List all users, or those with a role in a tenant.",
    discussion: """
      Over v3 it is what openstack user list shows: the users of all domains, and of a project those \
      to whom a role was granted there.
      """
  )
  static let columns = ["id", "name", "enabled", "email"]
  static var version3Columns: [String] { longColumns.headers }

  private static let shortColumns = [OpenStackColumn("ID", "id"), OpenStackColumn("Name", "name")]
  private static let longColumns =
    shortColumns + [
      OpenStackColumn("Project", "default_project_id"), OpenStackColumn("Domain", "domain_id"),
      OpenStackColumn("Description", "description"), OpenStackColumn("Email", "email"),
      OpenStackColumn("Enabled", "enabled"),
    ]

  @Option(
    name: [.customLong("tenant"), .customLong("tenant-id"), .customLong("project")],
    help: ArgumentHelp(
      "Only users with a role in this tenant, a name or an ID.",
      valueName: "tenant"
    )
  )
  var tenant: String?

  @OptionGroup var domain: ListedDomainOption
  @OptionGroup var long: LongListOption
  @OptionGroup(title: "List") var list: ListOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  var version3Options: [String] { domain.given + long.given }

  func objects(from reader: ListReader) async throws -> [JSONObject] {
    guard let tenant else { return try await reader.objects(of: .users, fields: Self.columns) }
    let id = try await reader.tenantID(of: tenant)
    return try await reader.objects(of: .users(ofTenant: id), fields: Self.columns)
  }

  func listing(from reader: V3ListReader) async throws -> Listing {
    let columns = long.long ? Self.longColumns : Self.shortColumns
    let domainID = try await domain.id(from: reader)
    var users: [JSONObject]
    if let domainID {
      users = try await reader.objects(of: .users(ofDomain: domainID), fields: columns.fields)
    } else {
      users = try await reader.users(fields: columns.fields)
    }
    if let tenant {
      let project = try await reader.project(tenant, inDomain: domainID)
      let members = try await reader.userIDs(onProject: project.id)
      users.removeAll { !members.contains($0.text("id") ?? "") }
    }
    return Listing(users, columns)
  }
}
