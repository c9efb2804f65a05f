/// What to change of a project; what is nil stays as it is.
///
/// Domain and parent cannot be changed. Of an immutable one, nothing can before a request that takes
/// `immutable` away alone.
public struct V3ProjectUpdate: Hashable, Sendable {
  /// The new name.
  public var name: String?
  /// The new description.
  public var description: V3Setting<String>?
  /// Whether it is enabled; while it is not, its tokens are dead.
  public var enabled: Bool?
  /// All of its tags.
  public var tags: [String]?
  /// The options; those that are not named stay as they are by themselves, null removes one.
  public var options: JSONObject?

  /// Makes a request.
  public init(
    name: String? = nil,
    description: V3Setting<String>? = nil,
    enabled: Bool? = nil,
    tags: [String]? = nil,
    options: JSONObject? = nil
  ) {
    self.name = name
    self.description = description
    self.enabled = enabled
    self.tags = tags
    self.options = options
  }
}

extension V3ProjectUpdate {
  /// The body.
  ///
  /// A new name comes with the ID: a name that is taken is a 409 then, and without it a 500, since
  /// Keystone's text for it needs the ID (`keystone.resource.core`, `update_project`).
  func json(id: String) throws(KeystoneError) -> JSONValue {
    try .update(
      "project",
      [
        "id": name.map { _ in JSONValue.string(id) },
        "name": name.map(JSONValue.string),
        "description": description?.json,
        "enabled": enabled.map(JSONValue.bool),
        "tags": tags.map { .array($0.map(JSONValue.string)) },
        "options": options.map(JSONValue.object),
      ]
    )
  }
}
