/// What to change of a limit that a project or a domain has of its own; what is nil stays as it is.
public struct V3LimitUpdate: Hashable, Sendable {
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

extension V3LimitUpdate {
  func json() throws(KeystoneError) -> JSONValue {
    try .update(
      "limit",
      [
        "resource_limit": value.map { .number("\($0)") },
        "description": description.map(JSONValue.string),
      ]
    )
  }
}
