/// A group of users as Keystone shows it.
public struct V3Group: Hashable, Sendable {
  /// Keystone's ID.
  public var id: String
  /// The name, unique in its domain.
  public var name: String
  /// The domain that it lives in; its members may live in others.
  public var domainID: String
  /// The description; Keystone stores `""` where none was sent.
  public var description: String?

  /// Makes a record.
  public init(id: String, name: String, domainID: String, description: String? = nil) {
    self.id = id
    self.name = name
    self.domainID = domainID
    self.description = description
  }
}

extension V3Group {
  /// Whether the ID is one that Keystone gives; a group of a directory is read-only.
  public var hasDatabaseID: Bool { Self.isDatabaseID(id) }

  /// Whether a group that has this ID is one of Keystone's database: it gives 32 hexadecimal digits.
  public static func isDatabaseID(_ id: String) -> Bool { id.isDatabaseID }
}

extension V3Group: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.identifier()
    name = try row.requiredText("name")
    domainID = try row.requiredText("domain_id")
    description = row.text("description")
  }
}
