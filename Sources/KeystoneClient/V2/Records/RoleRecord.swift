/// A role as Keystone shows it.
public struct RoleRecord: Hashable, Sendable {
  /// Keystone's ID.
  public var id: String
  /// The name, white space around it included: roles alone are not trimmed.
  public var name: String
  /// The domain that a role made through v3 belongs to; such a one never takes effect in v2.0.
  public var domainID: String?

  /// Whether the role belongs to no domain, as every role of v2.0's own does.
  public var isGlobal: Bool { domainID == nil }

  /// Makes a record.
  public init(id: String, name: String, domainID: String? = nil) {
    self.id = id
    self.name = name
    self.domainID = domainID
  }
}

extension RoleRecord: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.identifier()
    name = try row.requiredText("name")
    domainID = row.text("domain_id")
  }
}
