import ArgumentParser
import KeystoneClient

/// `keystone-seed service-list`: all services.
struct ServiceListCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "service-list",
    abstract: "List all services."
  )
  static let columns = ["id", "name", "type", "description"]

  @OptionGroup(title: "List") var list: ListOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func objects(from reader: ListReader) async throws -> [JSONObject] {
    try await reader.objects(of: .services, fields: Self.columns)
  }
}
