/// What to change of a role; what is nil stays as it is.
///
/// Of an immutable one, nothing can be changed before a request that takes `immutable` away alone.
public struct V3RoleUpdate: Hashable, Sendable {
  /// The new name.
  public var name: String?
  /// The new description.
  public var description: V3Setting<String>?
  /// The options; those that are not named stay as they are by themselves, null removes one.
  public var options: JSONObject?

  /// Makes a request.
  public init(
    name: String? = nil,
    description: V3Setting<String>? = nil,
    options: JSONObject? = nil
  ) {
    self.name = name
    self.description = description
    self.options = options
  }
}

extension V3RoleUpdate {
  func json() throws(KeystoneError) -> JSONValue {
    try .update(
      "role",
      [
        "name": name.map(JSONValue.string),
        "description": description?.json,
        "options": options.map(JSONValue.object),
      ]
    )
  }
}
