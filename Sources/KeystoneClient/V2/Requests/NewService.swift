/// A service to be made.
///
/// Name and type are both needed: in Icehouse a service without a name makes every scoped login
/// fail with a 500 (`keystone.catalog.backends.sql.get_catalog`).
public struct NewService: Hashable, Sendable {
  /// The name, such as `nova`.
  public var name: String
  /// The type, such as `compute`.
  public var type: String
  /// The description, none by default.
  public var description: String?
  /// Whether the catalog shows it, nil for yes; it cannot be changed afterwards.
  public var enabled: Bool?

  /// Makes the request for a service.
  public init(name: String, type: String, description: String? = nil, enabled: Bool? = nil) {
    self.name = name
    self.type = type
    self.description = description
    self.enabled = enabled
  }

  var json: JSONValue {
    .wrapped(
      in: "OS-KSADM:service",
      [
        "name": .string(name),
        "type": .string(type),
        "description": description.map(JSONValue.string),
        "enabled": enabled.map(JSONValue.bool),
      ]
    )
  }
}
