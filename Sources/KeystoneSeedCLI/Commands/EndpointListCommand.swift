import ArgumentParser
import KeystoneClient

/// `keystone-seed endpoint-list`: the endpoint table.
struct EndpointListCommand: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "endpoint-list",
    abstract: "List all endpoints, their URLs as templates.",
    discussion: "Over v3 it is what openstack endpoint list shows: a row for each interface."
  )
  static let columns = ["id", "region", "publicurl", "internalurl", "adminurl", "service_id"]
  static let sortColumn = "id"
  static var version3Columns: [String] { openStackColumns.headers }

  private static let openStackColumns = [
    OpenStackColumn("ID", "id"), OpenStackColumn("Region", "region_id"),
    OpenStackColumn("Service Name", "service_name"),
    OpenStackColumn("Service Type", "service_type"), OpenStackColumn("Enabled", "enabled"),
    OpenStackColumn("Interface", "interface"), OpenStackColumn("URL", "url"),
  ]

  @OptionGroup(title: "List") var list: ListOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func objects(from reader: ListReader) async throws -> [JSONObject] {
    try await reader.objects(of: .endpoints, fields: Self.columns)
  }

  func listing(from reader: V3ListReader) async throws -> Listing {
    let services = try await reader.objects(of: .services, fields: ["id", "name", "type"])
    let byID = Dictionary(services.map { ($0.text("id") ?? "", $0) }) { first, _ in first }
    let fields = Self.openStackColumns.fields + ["service_id"]
    let endpoints = try await reader.objects(of: .endpoints, fields: fields)
    let rows = endpoints.map { endpoint in
      let service = byID[endpoint.text("service_id") ?? ""]
      let owner: [JSONObject.Member] = ["name", "type"].map { field in
        (key: "service_\(field)", value: service?[field] ?? .string(""))
      }
      return JSONObject(endpoint + owner)
    }
    return Listing(rows, Self.openStackColumns)
  }
}
