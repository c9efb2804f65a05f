/// A project as Keystone shows it.
public struct V3Project: Hashable, Sendable {
  /// Keystone's ID.
  public var id: String
  /// The name, without the white space that was around it; unique in its domain.
  public var name: String
  /// The domain that it lives in.
  public var domainID: String
  /// The project above it, or the domain where there is none.
  public var parentID: String?
  /// The description; Keystone stores `""` where none was sent.
  public var description: String?
  /// Whether a login may be scoped to it.
  public var enabled: Bool
  /// The tags.
  public var tags: [String]
  /// The options, such as `immutable`.
  public var options: JSONObject

  /// Makes a record.
  public init(
    id: String,
    name: String,
    domainID: String,
    parentID: String? = nil,
    description: String? = nil,
    enabled: Bool = true,
    tags: [String] = [],
    options: JSONObject = [:]
  ) {
    self.id = id
    self.name = name
    self.domainID = domainID
    self.parentID = parentID
    self.description = description
    self.enabled = enabled
    self.tags = tags
    self.options = options
  }
}

extension V3Project {
  /// The project above it; nil where that is the domain.
  public var parentProjectID: String? { parentID == domainID ? nil : parentID }
}

extension V3Project {
  /// Whether Keystone refuses to change or delete it before that option is taken away.
  public var isImmutable: Bool { options["immutable"] == .bool(true) }
}

extension V3Project: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.identifier()
    name = try row.requiredText("name")
    domainID = try row.requiredText("domain_id")
    parentID = row.text("parent_id")
    description = row.text("description")
    enabled = try row.isEnabled()
    tags = row.texts("tags")
    options = row.members("options")
  }
}
