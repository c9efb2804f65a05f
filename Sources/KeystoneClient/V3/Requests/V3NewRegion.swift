/// A region to be made.
public struct V3NewRegion: Hashable, Sendable {
  /// The ID, which is its name as well.
  public var id: String
  /// The description.
  public var description: String?
  /// The region that it is to be a part of.
  public var parentID: String?

  /// Makes a request.
  public init(id: String, description: String? = nil, parentID: String? = nil) {
    self.id = id
    self.description = description
    self.parentID = parentID
  }
}

extension V3NewRegion {
  var json: JSONValue {
    .wrapped(
      in: "region",
      [
        "description": description.map(JSONValue.string),
        "parent_region_id": parentID.map(JSONValue.string),
      ]
    )
  }
}
