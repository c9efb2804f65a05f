/// What to change of a tenant; what is nil stays as it is.
public struct TenantUpdate: Hashable, Sendable {
  /// The new name.
  public var name: String?
  /// The new description.
  public var description: String?
  /// Whether it is enabled; disabling it kills the tokens that are scoped to it.
  public var enabled: Bool?

  /// Makes an update.
  public init(name: String? = nil, description: String? = nil, enabled: Bool? = nil) {
    self.name = name
    self.description = description
    self.enabled = enabled
  }

  /// The body, nil when nothing is set: Keystone refuses that with a 400.
  var json: JSONValue? {
    guard self != TenantUpdate() else { return nil }
    return .wrapped(
      in: "tenant",
      [
        "name": name.map(JSONValue.string),
        "description": description.map(JSONValue.string),
        "enabled": enabled.map(JSONValue.bool),
      ]
    )
  }
}
