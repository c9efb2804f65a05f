/// What a catalog of v3 says about one service: an entry for each row of the service table.
///
/// Disabled services are left out; one without an enabled endpoint has none.
public struct V3CatalogEntry: Hashable, Sendable {
  /// The ID of the service.
  public var id: String
  /// The type of the service.
  public var type: String
  /// The name of the service; `""` where it has none.
  public var name: String
  /// Where it is reached, a row for each interface and region.
  public var endpoints: [V3CatalogEndpoint]

  /// Makes an entry.
  public init(id: String, type: String, name: String, endpoints: [V3CatalogEndpoint]) {
    self.id = id
    self.type = type
    self.name = name
    self.endpoints = endpoints
  }
}

extension V3CatalogEntry: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.requiredText("id")
    type = row.text("type") ?? ""
    name = row.text("name") ?? ""
    endpoints = []
    for endpoint in try row.optionalRows("endpoints") {
      endpoints.append(try V3CatalogEndpoint(endpoint))
    }
  }
}
