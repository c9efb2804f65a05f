/// What to change of a service; what is nil stays as it is.
public struct V3ServiceUpdate: Hashable, Sendable {
  /// The new type.
  public var type: String?
  /// The new name.
  public var name: String?
  /// The new description.
  public var description: V3Setting<String>?
  /// Whether the catalog shows it.
  public var enabled: Bool?

  /// Makes a request.
  public init(
    type: String? = nil,
    name: String? = nil,
    description: V3Setting<String>? = nil,
    enabled: Bool? = nil
  ) {
    self.type = type
    self.name = name
    self.description = description
    self.enabled = enabled
  }
}

extension V3ServiceUpdate {
  func json() throws(KeystoneError) -> JSONValue {
    try .update(
      "service",
      [
        "type": type.map(JSONValue.string),
        "name": name.map(JSONValue.string),
        "description": description?.json,
        "enabled": enabled.map(JSONValue.bool),
      ]
    )
  }
}
