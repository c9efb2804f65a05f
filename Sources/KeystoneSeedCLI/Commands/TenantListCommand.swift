import ArgumentParser
import KeystoneClient

/// `keystone-seed tenant-list`: all tenants.
struct TenantListCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "tenant-list",
    abstract: "List all tenants."
  )
  static let columns = ["id", "name", "enabled"]

  @OptionGroup(title: "List") var list: ListOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func objects(from reader: ListReader) async throws -> [JSONObject] {
    try await reader.tenants(fields: Self.columns)
  }
}
