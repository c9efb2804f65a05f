/// How much of something one project or one domain gets, instead of what is registered.
struct Limit: StoredRecord {
  let id: String
  /// What it takes the place of, which says of what it is a limit.
  let registeredID: String
  /// The project's, or nil for a domain's.
  let projectID: String?
  /// The domain's, or nil for a project's.
  let domainID: String?
  var resourceLimit: JSONValue
  var description: JSONValue

  /// Each project and each domain has one at most.
  var uniqueName: String? {
    Self.name(registeredID: registeredID, projectID: projectID, domainID: domainID)
  }

  static func name(registeredID: String, projectID: String?, domainID: String?) -> String {
    [registeredID, projectID ?? "", domainID ?? ""].joined(separator: "\u{0}")
  }
}
