import ArgumentParser
import KeystoneClient

/// `keystone-seed user-list`: all users, or those of a tenant.
struct UserListCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "user-list",
    abstract: "List all users, or those with a role in a tenant."
  )
  static let columns = ["id", "name", "enabled", "email"]

  @Option(
    name: [.customLong("tenant"), .customLong("tenant-id")],
    help: ArgumentHelp(
      "Only users with a role in this tenant, a name or an ID.",
      valueName: "tenant"
    )
  )
  var tenant: String?

  @OptionGroup(title: "List") var list: ListOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func objects(from reader: ListReader) async throws -> [JSONObject] {
    guard let tenant else { return try await reader.objects(of: .users, fields: Self.columns) }
    let id = try await reader.tenantID(of: tenant)
    return try await reader.objects(of: .users(ofTenant: id), fields: Self.columns)
  }
}
