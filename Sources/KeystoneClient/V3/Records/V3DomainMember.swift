/// A user or a project as a token mentions it, with the domain that it lives in.
public struct V3DomainMember: Hashable, Sendable {
  /// Keystone's ID.
  public var id: String
  /// The name, as Keystone spells it.
  public var name: String
  /// The domain.
  public var domain: V3NamedID

  /// Makes one.
  public init(id: String, name: String, domain: V3NamedID) {
    self.id = id
    self.name = name
    self.domain = domain
  }
}

extension V3DomainMember: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.requiredText("id")
    name = row.text("name") ?? ""
    domain = try V3NamedID(row.row("domain"))
  }
}
