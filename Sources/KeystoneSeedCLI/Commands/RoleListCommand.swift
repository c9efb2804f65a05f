import ArgumentParser
import KeystoneClient

/// `keystone-seed role-list`: all roles.
struct RoleListCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "role-list",
    abstract: "List all roles."
  )
  static let columns = ["id", "name"]

  @OptionGroup(title: "List") var list: ListOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func objects(from reader: ListReader) async throws -> [JSONObject] {
    try await reader.objects(of: .roles, fields: Self.columns)
  }
}
