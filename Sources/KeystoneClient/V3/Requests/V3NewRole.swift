/// A role to be made.
public struct V3NewRole: Hashable, Sendable {
  /// The name, unique among the global roles, or in its domain.
  public var name: String
  /// The domain that it is to belong to, which Keystone does not look up; nil for a global role.
  public var domainID: String?
  /// The description.
  public var description: String?
  /// The options, such as `immutable`; nil for none.
  public var options: JSONObject?

  /// Makes a request.
  public init(
    name: String,
    domainID: String? = nil,
    description: String? = nil,
    options: JSONObject? = nil
  ) {
    self.name = name
    self.domainID = domainID
    self.description = description
    self.options = options
  }
}

extension V3NewRole {
  var json: JSONValue {
    .wrapped(
      in: "role",
      [
        "name": .string(name),
        "domain_id": domainID.map(JSONValue.string),
        "description": description.map(JSONValue.string),
        "options": options.map(JSONValue.object),
      ]
    )
  }
}
