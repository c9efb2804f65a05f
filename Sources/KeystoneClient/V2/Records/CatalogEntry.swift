/// What a token's catalog says about one type of service.
///
/// Keystone groups by type, so that two services of one type share an entry with the name of
/// either (`keystone.catalog.backends.sql.get_catalog`).
public struct CatalogEntry: Hashable, Sendable {
  /// The type of the service.
  public var type: String
  /// The name of the service; may be empty.
  public var name: String
  /// Where it is reached, region by region.
  public var endpoints: [CatalogEndpoint]

  /// Makes an entry.
  public init(type: String, name: String, endpoints: [CatalogEndpoint]) {
    self.type = type
    self.name = name
    self.endpoints = endpoints
  }
}

extension CatalogEntry: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    type = row.text("type") ?? ""
    name = row.text("name") ?? ""
    endpoints = []
    for endpoint in try row.optionalRows("endpoints") {
      endpoints.append(try CatalogEndpoint(endpoint))
    }
  }
}
