/// What to change of a domain; what is nil stays as it is.
///
/// Of an immutable one, nothing can be changed before a request that takes `immutable` away alone.
public struct V3DomainUpdate: Hashable, Sendable {
  /// The new name.
  public var name: String?
  /// The new description.
  public var description: String?
  /// Whether it is enabled; disabling kills all tokens of its users and projects.
  public var enabled: Bool?
  /// The options; those that are not named stay as they are by themselves, null removes one.
  public var options: JSONObject?

  /// Makes a request.
  public init(
    name: String? = nil,
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

extension V3DomainUpdate {
  func json() throws(KeystoneError) -> JSONValue {
    try .update(
      "domain",
      [
        "name": name.map(JSONValue.string),
        "description": description.map(JSONValue.string),
        "enabled": enabled.map(JSONValue.bool),
        "options": options.map(JSONValue.object),
      ]
    )
  }
}
