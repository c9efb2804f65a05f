/// A group to be made.
public struct V3NewGroup: Hashable, Sendable {
  /// The name, unique in its domain.
  public var name: String
  /// The domain that it is to live in.
  public var domainID: String
  /// The description.
  public var description: String?

  /// Makes a request.
  public init(name: String, domainID: String, description: String? = nil) {
    self.name = name
    self.domainID = domainID
    self.description = description
  }
}

extension V3NewGroup {
  var json: JSONValue {
    .wrapped(
      in: "group",
      [
        "name": .string(name),
        "domain_id": .string(domainID),
        "description": description.map(JSONValue.string),
      ]
    )
  }
}
