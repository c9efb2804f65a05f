/// What to change of a registered limit; what is nil stays as it is.
///
/// Its service, region and resource can be changed as well, which nothing here asks for; sent as they are,
/// they are a 409.
public struct V3RegisteredLimitUpdate: Hashable, Sendable {
  /// The new number, up to 2147483647; -1 for as much as there is.
  public var value: Int?
  /// The new description.
  public var description: String?

  /// Makes a request.
  public init(value: Int? = nil, description: String? = nil) {
    self.value = value
    self.description = description
  }
}

extension V3RegisteredLimitUpdate {
  func json() throws(KeystoneError) -> JSONValue {
    try .update(
      "registered_limit",
      [
        "default_limit": value.map { .number("\($0)") },
        "description": description.map(JSONValue.string),
      ]
    )
  }
}
