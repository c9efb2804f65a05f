/// A limit that a project or a domain is to have of its own.
public struct V3NewLimit: Hashable, Sendable {
  /// Whose own it is to be.
  public enum Holder: Hashable, Sendable {
    /// A project, by its ID.
    case project(String)
    /// A domain, by its ID.
    case domain(String)
  }

  /// Whose own it is to be.
  public var holder: Holder
  /// The ID of the service, which must exist.
  public var serviceID: String
  /// The region, for which a limit must be registered; nil for none.
  public var regionID: String?
  /// What the service calls it, such as `class:VCPU`.
  public var resource: String
  /// The number, up to 2147483647; -1 for as much as there is.
  public var value: Int
  /// The description.
  public var description: String?

  /// Makes a request.
  public init(
    of holder: Holder,
    serviceID: String,
    regionID: String? = nil,
    resource: String,
    value: Int,
    description: String? = nil
  ) {
    self.holder = holder
    self.serviceID = serviceID
    self.regionID = regionID
    self.resource = resource
    self.value = value
    self.description = description
  }
}

extension V3NewLimit {
  /// The route takes a list.
  var json: JSONValue {
    var members: [String: JSONValue?] = [
      "service_id": .string(serviceID),
      "region_id": regionID.map(JSONValue.string),
      "resource_name": .string(resource),
      "resource_limit": .number("\(value)"),
      "description": description.map(JSONValue.string),
    ]
    switch holder {
    case .project(let id): members["project_id"] = .string(id)
    case .domain(let id): members["domain_id"] = .string(id)
    }
    return .wrapped(inList: "limits", members)
  }
}
