/// A domain to be made.
public struct V3NewDomain: Hashable, Sendable {
  /// The name, unique.
  public var name: String
  /// The description.
  public var description: String?
  /// Whether it is enabled; nil for yes.
  public var enabled: Bool?
  /// The options, such as `immutable`; nil for none.
  public var options: JSONObject?

  /// Makes a request.
  public init(
    name: String,
    description: String? = nil,
    enabled: Bool? = nil,
    options: JSONObject? = nil
  ) {
    self.name = name
    self.description = description
    self.enabled = enabled
    self.options = options
  }
}

extension V3NewDomain {
  var json: JSONValue {
    .wrapped(
      in: "domain",
      [
        "name": .string(name),
        "description": description.map(JSONValue.string),
        "enabled": enabled.map(JSONValue.bool),
        "options": options.map(JSONValue.object),
      ]
    )
  }
}
