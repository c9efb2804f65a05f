/// A service as Keystone shows it.
public struct ServiceRecord: Hashable, Sendable {
  /// Keystone's ID.
  public var id: String
  /// The name, `""` where the service was made without one.
  public var name: String
  /// The type, `""` where a release before Newton let it be made without one.
  public var type: String
  /// The description, nil where none was sent.
  public var description: String?
  /// Whether the catalog shows it.
  public var enabled: Bool

  /// Makes a record.
  public init(
    id: String,
    name: String,
    type: String,
    description: String? = nil,
    enabled: Bool = true
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.description = description
    self.enabled = enabled
  }
}

extension ServiceRecord: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.identifier()
    name = row.text("name") ?? ""
    type = row.text("type") ?? ""
    description = row.text("description")
    enabled = try row.isEnabled()
  }
}
