/// An object as a token mentions it: its ID and its name.
public struct V3NamedID: Hashable, Sendable {
  /// Keystone's ID.
  public var id: String
  /// The name.
  public var name: String

  /// Makes one.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

extension V3NamedID: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.requiredText("id")
    name = row.text("name") ?? ""
  }
}
