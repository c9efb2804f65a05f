/// A secret with which a program logs in as a user, in one project and with roles of its own.
struct ApplicationCredential: StoredRecord {
  let id: String
  let name: String
  let description: JSONValue
  let userID: String
  let projectID: String
  /// Whether it may do what only a user should, as it was sent.
  let unrestricted: JSONValue
  let expires: JSONValue
  let roleIDs: [String]
  /// What it is good for; nil for anything.
  let accessRuleIDs: [String]?
  let secret: PasswordHash

  var uniqueName: String? { name }
  var isUnrestricted: Bool { unrestricted == true }
  var nameSpace: String { userID }
}
