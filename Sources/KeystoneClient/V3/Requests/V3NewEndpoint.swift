/// An endpoint to be made, one URL of one interface; an exact copy of one is, without a word.
public struct V3NewEndpoint: Hashable, Sendable {
  /// The ID of the service, which must exist.
  public var serviceID: String
  /// `public`, `internal` or `admin`.
  public var interface: String
  /// The region, which must exist; nil for none.
  public var regionID: String?
  /// The template of the URL, of 225 characters at most.
  public var url: String
  /// Whether the catalog shows it; nil for yes.
  public var enabled: Bool?

  /// Makes a request.
  public init(
    serviceID: String,
    interface: String,
    regionID: String? = nil,
    url: String,
    enabled: Bool? = nil
  ) {
    self.serviceID = serviceID
    self.interface = interface
    self.regionID = regionID
    self.url = url
    self.enabled = enabled
  }
}

extension V3NewEndpoint {
  var json: JSONValue {
    .wrapped(
      in: "endpoint",
      [
        "service_id": .string(serviceID),
        "interface": .string(interface),
        "region_id": regionID.map(JSONValue.string),
        "url": .string(url),
        "enabled": enabled.map(JSONValue.bool),
      ]
    )
  }
}
