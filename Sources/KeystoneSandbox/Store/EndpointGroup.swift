/// A rule that says of which endpoints the catalog of some projects is.
struct EndpointGroup: StoredRecord {
  let id: String
  var name: String
  var description: JSONValue
  /// What an endpoint of the group has: `service_id`, `region_id` and `interface`, none of them for all
  /// endpoints.
  var filters: JSONObject

  var uniqueName: String? { nil }

  /// Whether that row is one of the group.
  func holds(_ row: EndpointRow) -> Bool {
    filters.members.allSatisfy { name, value in
      switch name {
      case "service_id": value == .string(row.serviceID)
      case "region_id": value == row.region.map(JSONValue.string) ?? .null
      default: value == .string(row.interface.rawValue)
      }
    }
  }
}
