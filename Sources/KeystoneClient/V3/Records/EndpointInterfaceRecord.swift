/// A row of v3's endpoint table: one URL of one interface.
public struct EndpointInterfaceRecord: Hashable, Sendable {
  /// Its own ID, which v2.0 shows for the public rows that v3 made alone.
  public var id: String
  /// The ID of the service, nil where an old row lacks it.
  public var serviceID: String?
  /// The region, nil where there is none.
  public var region: String?
  /// `public`, `internal` or `admin`.
  public var interface: String
  /// The template of the URL.
  public var url: String
  /// Whether the catalog shows it.
  public var enabled: Bool

  /// Makes a record.
  public init(
    id: String,
    serviceID: String? = nil,
    region: String? = nil,
    interface: String,
    url: String,
    enabled: Bool = true
  ) {
    self.id = id
    self.serviceID = serviceID
    self.region = region
    self.interface = interface
    self.url = url
    self.enabled = enabled
  }
}

extension EndpointInterfaceRecord: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.identifier()
    serviceID = row.text("service_id")
    region = row.text("region_id") ?? row.text("region")
    interface = try row.requiredText("interface")
    url = row.text("url") ?? ""
    enabled = try row.isEnabled()
  }
}
