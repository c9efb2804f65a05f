/// What to change of an endpoint; what is nil stays as it is.
///
/// Keystone does not check the template here: with a bad one the endpoint vanishes from catalogs.
public struct V3EndpointUpdate: Hashable, Sendable {
  /// The service that it is to belong to.
  public var serviceID: String?
  /// `public`, `internal` or `admin`.
  public var interface: String?
  /// The region, which must exist.
  public var regionID: V3Setting<String>?
  /// The template of the URL.
  public var url: String?
  /// Whether the catalog shows it.
  public var enabled: Bool?

  /// Makes a request.
  public init(
    serviceID: String? = nil,
    interface: String? = nil,
    regionID: V3Setting<String>? = nil,
    url: String? = nil,
    enabled: Bool? = nil
  ) {
    self.serviceID = serviceID
    self.interface = interface
    self.regionID = regionID
    self.url = url
    self.enabled = enabled
  }
}

extension V3EndpointUpdate {
  func json() throws(KeystoneError) -> JSONValue {
    try .update(
      "endpoint",
      [
        "service_id": serviceID.map(JSONValue.string),
        "interface": interface.map(JSONValue.string),
        "region_id": regionID?.json,
        "url": url.map(JSONValue.string),
        "enabled": enabled.map(JSONValue.bool),
      ]
    )
  }
}
