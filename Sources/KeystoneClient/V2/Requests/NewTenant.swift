/// A tenant to be made; what is nil is left to Keystone.
public struct NewTenant: Hashable, Sendable {
  /// The name, unique within the cloud, of 64 characters at most.
  public var name: String
  /// The description, `""` by default.
  public var description: String?
  /// Whether it is enabled, as it is by default.
  public var enabled: Bool?

  /// Makes the request for a tenant.
  public init(name: String, description: String? = nil, enabled: Bool? = nil) {
    self.name = name
    self.description = description
    self.enabled = enabled
  }

  var json: JSONValue {
    .wrapped(
      in: "tenant",
      [
        "name": .string(name),
        "description": description.map(JSONValue.string),
        "enabled": enabled.map(JSONValue.bool),
      ]
    )
  }
}
