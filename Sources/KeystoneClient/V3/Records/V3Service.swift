/// A service as Keystone shows it.
public struct V3Service: Hashable, Sendable {
  /// Keystone's ID.
  public var id: String
  /// The type.
  public var type: String
  /// The name; `""` where the service was made without one.
  public var name: String
  /// The description; nil where none was sent.
  public var description: String?
  /// Whether the catalog shows it.
  public var enabled: Bool

  /// Makes a record.
  public init(
    id: String,
    type: String,
    name: String = "",
    description: String? = nil,
    enabled: Bool = true
  ) {
    self.id = id
    self.type = type
    self.name = name
    self.description = description
    self.enabled = enabled
  }
}

extension V3Service: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.identifier()
    type = row.text("type") ?? ""
    name = row.text("name") ?? ""
    description = row.text("description")
    enabled = try row.isEnabled()
  }
}
