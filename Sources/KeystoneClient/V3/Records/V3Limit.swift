/// How much of a resource of a service one project or one domain may have.
public struct V3Limit: Hashable, Sendable {
  /// The ID.
  public var id: String
  /// The project whose own it is; nil for that of a domain.
  public var projectID: String?
  /// The domain whose own it is; nil for that of a project.
  public var domainID: String?
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
    projectID: String? = nil,
    domainID: String? = nil,
    serviceID: String,
    regionID: String? = nil,
    resource: String,
    value: Int,
    description: String? = nil
  ) {
    self.id = id
    self.projectID = projectID
    self.domainID = domainID
    self.serviceID = serviceID
    self.regionID = regionID
    self.resource = resource
    self.value = value
    self.description = description
  }
}

extension V3Limit: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.identifier()
    projectID = row.text("project_id")
    domainID = row.text("domain_id")
    serviceID = row.text("service_id") ?? ""
    regionID = row.text("region_id")
    resource = try row.requiredText("resource_name")
    value = try row.integer("resource_limit")
    description = row.text("description")
  }
}
