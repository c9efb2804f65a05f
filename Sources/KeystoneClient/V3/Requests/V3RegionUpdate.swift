/// What to change of a region; what is nil stays as it is.
public struct V3RegionUpdate: Hashable, Sendable {
  /// The new description.
  public var description: String?
  /// The region that it is to be a part of.
  public var parentID: V3Setting<String>?

  /// Makes a request.
  public init(description: String? = nil, parentID: V3Setting<String>? = nil) {
    self.description = description
    self.parentID = parentID
  }
}

extension V3RegionUpdate {
  func json() throws(KeystoneError) -> JSONValue {
    try .update(
      "region",
      [
        "description": description.map(JSONValue.string),
        "parent_region_id": parentID?.json,
      ]
    )
  }
}
