/// A tenant as Keystone shows it.
public struct TenantRecord: Hashable, Sendable {
  /// Keystone's ID.
  public var id: String
  /// The name, without the white space that was around it.
  public var name: String
  /// The description; Keystone stores `""` where none was sent.
  public var description: String?
  /// Whether a login may be scoped to it.
  public var enabled: Bool

  /// Makes a record.
  public init(id: String, name: String, description: String? = nil, enabled: Bool = true) {
    self.id = id
    self.name = name
    self.description = description
    self.enabled = enabled
  }
}

extension TenantRecord: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.identifier()
    name = try row.requiredText("name")
    description = row.text("description")
    enabled = try row.isEnabled()
  }
}
