/// A service to be made; a second one of the same type and name is, without a word.
public struct V3NewService: Hashable, Sendable {
  /// The type.
  public var type: String
  /// The name; nil for none.
  public var name: String?
  /// The description.
  public var description: String?
  /// Whether the catalog shows it; nil for yes.
  public var enabled: Bool?

  /// Makes a request.
  public init(type: String, name: String? = nil, description: String? = nil, enabled: Bool? = nil) {
    self.type = type
    self.name = name
    self.description = description
    self.enabled = enabled
  }
}

extension V3NewService {
  var json: JSONValue {
    .wrapped(
      in: "service",
      [
        "type": .string(type),
        "name": name.map(JSONValue.string),
        "description": description.map(JSONValue.string),
        "enabled": enabled.map(JSONValue.bool),
      ]
    )
  }
}
