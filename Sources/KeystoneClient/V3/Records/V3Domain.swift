/// A domain as Keystone shows it, which is a project of its own.
public struct V3Domain: Hashable, Sendable {
  /// Keystone's ID.
  public var id: String
  /// The name, without the white space that was around it.
  public var name: String
  /// The description; Keystone stores `""` where none was sent.
  public var description: String?
  /// Whether anybody in it may log in, and anything in it be a scope.
  public var enabled: Bool
  /// The options, such as `immutable`.
  public var options: JSONObject

  /// Makes a record.
  public init(
    id: String,
    name: String,
    description: String? = nil,
    enabled: Bool = true,
    options: JSONObject = [:]
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.enabled = enabled
    self.options = options
  }
}

extension V3Domain: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.identifier()
    name = try row.requiredText("name")
    description = row.text("description")
    enabled = try row.isEnabled()
    options = row.members("options")
  }
}
