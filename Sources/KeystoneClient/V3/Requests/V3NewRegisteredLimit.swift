/// A registered limit to be made.
public struct V3NewRegisteredLimit: Hashable, Sendable {
  /// The ID of the service, which must exist.
  public var serviceID: String
  /// The region, which must exist; nil for none.
  public var regionID: String?
  /// What the service calls it, such as `class:VCPU`.
  public var resource: String
  /// The number, up to 2147483647; -1 for as much as there is.
  public var value: Int
  /// The description.
  public var description: String?

  /// Makes a request.
  public init(
    serviceID: String,
    regionID: String? = nil,
    resource: String,
    value: Int,
    description: String? = nil
  ) {
    self.serviceID = serviceID
    self.regionID = regionID
    self.resource = resource
    self.value = value
    self.description = description
  }
}

extension V3NewRegisteredLimit {
  /// The route takes a list.
  var json: JSONValue {
    .wrapped(
      inList: "registered_limits",
      [
        "service_id": .string(serviceID),
        "region_id": regionID.map(JSONValue.string),
        "resource_name": .string(resource),
        "default_limit": .number("\(value)"),
        "description": description.map(JSONValue.string),
      ]
    )
  }
}
