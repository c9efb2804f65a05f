/// A role as Keystone shows it.
public struct V3Role: Hashable, Sendable {
  /// Keystone's ID.
  public var id: String
  /// The name, white space around it included: roles alone are not trimmed.
  public var name: String
  /// The domain that it belongs to, in tokens never seen; nil for a global role.
  public var domainID: String?
  /// The description; nil where none was sent.
  public var description: String?
  /// The options, such as `immutable`, which all bootstrapped roles have.
  public var options: JSONObject

  /// Makes a record.
  public init(
    id: String,
    name: String,
    domainID: String? = nil,
    description: String? = nil,
    options: JSONObject = [:]
  ) {
    self.id = id
    self.name = name
    self.domainID = domainID
    self.description = description
    self.options = options
  }
}

extension V3Role {
  /// Whether Keystone refuses to change or delete it before that option is taken away.
  public var isImmutable: Bool { options["immutable"] == .bool(true) }
}

extension V3Role: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.identifier()
    name = try row.requiredText("name")
    domainID = row.text("domain_id")
    description = row.text("description")
    options = row.members("options")
  }
}
