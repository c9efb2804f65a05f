/// A project to be made.
public struct V3NewProject: Hashable, Sendable {
  /// The name, unique in its domain.
  public var name: String
  /// The domain that it is to live in.
  public var domainID: String
  /// The project above it, of the same domain; nil for none.
  public var parentID: String?
  /// The description.
  public var description: String?
  /// Whether it is enabled; nil for yes.
  public var enabled: Bool?
  /// The tags; nil for none.
  public var tags: [String]?
  /// The options, such as `immutable`; nil for none.
  public var options: JSONObject?

  /// Makes a request.
  public init(
    name: String,
    domainID: String,
    parentID: String? = nil,
    description: String? = nil,
    enabled: Bool? = nil,
    tags: [String]? = nil,
    options: JSONObject? = nil
  ) {
    self.name = name
    self.domainID = domainID
    self.parentID = parentID
    self.description = description
    self.enabled = enabled
    self.tags = tags
    self.options = options
  }
}

extension V3NewProject {
  var json: JSONValue {
    .wrapped(
      in: "project",
      [
        "name": .string(name),
        "domain_id": .string(domainID),
        "parent_id": parentID.map(JSONValue.string),
        "description": description.map(JSONValue.string),
        "enabled": enabled.map(JSONValue.bool),
        "tags": tags.map { .array($0.map(JSONValue.string)) },
        "options": options.map(JSONValue.object),
      ]
    )
  }
}
