import ArgumentParser
import KeystoneClient

/// `keystone-seed endpoint-list`: the endpoint table.
struct EndpointListCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "endpoint-list",
    abstract: "List all endpoints, their URLs as templates."
  )
  static let columns = ["id", "region", "publicurl", "internalurl", "adminurl", "service_id"]
  static let sortColumn = "id"

  @OptionGroup(title: "List") var list: ListOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func objects(from reader: ListReader) async throws -> [JSONObject] {
    try await reader.objects(of: .endpoints, fields: Self.columns)
  }
}
