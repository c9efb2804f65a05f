/// What to change of a group; what is nil stays as it is.
public struct V3GroupUpdate: Hashable, Sendable {
  /// The new name.
  public var name: String?
  /// The new description.
  public var description: String?

  /// Makes a request.
  public init(name: String? = nil, description: String? = nil) {
    self.name = name
    self.description = description
  }
}

extension V3GroupUpdate {
  func json() throws(KeystoneError) -> JSONValue {
    try .update(
      "group",
      [
        "name": name.map(JSONValue.string),
        "description": description.map(JSONValue.string),
      ]
    )
  }
}
