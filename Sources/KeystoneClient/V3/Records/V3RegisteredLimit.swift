/// How much of a resource of a service every project may have that has no limit of its own.
public struct V3RegisteredLimit: Hashable, Sendable {
  /// The ID.
  public var id: String
  /// The ID of the service, which may be gone: its limits stay.
  public var serviceID: String
  /// The region, nil where there is none; it may be gone as well.
  public var regionID: String?
  /// What the service calls it, such as `class:VCPU`.
  public var resource: String
  /// The number; -1 for as much as there is.
  public var value: Int
  /// The description.
  public var description: String?

  /// Makes a record.
  public init(
    id: String,
    serviceID: String,
    regionID: String? = nil,
    resource: String,
    value: Int,
    description: String? = nil
  ) {
    self.id = id
    self.serviceID = serviceID
    self.regionID = regionID
    self.resource = resource
    self.value = value
    self.description = description
  }
}

extension V3RegisteredLimit: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.identifier()
    serviceID = row.text("service_id") ?? ""
    regionID = row.text("region_id")
    resource = try row.requiredText("resource_name")
    value = try row.integer("default_limit")
    description = row.text("description")
  }
}
