/// A region as Keystone shows it.
public struct V3Region: Hashable, Sendable {
  /// The ID, which is its name as well.
  public var id: String
  /// The description; Keystone stores `""` where none was sent.
  public var description: String?
  /// The region that it is a part of.
  public var parentID: String?

  /// Makes a record.
  public init(id: String, description: String? = nil, parentID: String? = nil) {
    self.id = id
    self.description = description
    self.parentID = parentID
  }
}

extension V3Region: JSONRecord {
  init(_ row: JSONRow) throws(ShapeFault) {
    id = try row.identifier()
    description = row.text("description")
    parentID = row.text("parent_region_id")
  }
}
