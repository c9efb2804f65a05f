/// A user as it is stored.
struct User: StoredRecord {
  let id: String
  var name: String
  var enabled: Bool
  /// Nil for a user who can't log in because no password was ever set, or it was set to null.
  var password: PasswordHash?
  var defaultTenantID: String?
  /// Whether the password is another's choice and has to be changed before it opens anything.
  var mustChangePassword = false
  /// How often in a row a login has failed, and when last.
  var failedLogins: (count: Int, last: Timestamp)?
  var domainID = SandboxState.domainID
  /// When the password was set.
  var passwordSet = Timestamp(seconds: 0)
  /// `lock_password` and its like, which v3 alone sets.
  var options: JSONObject = [:]
  /// Attributes that Keystone does not know, `email` among them, kept and handed back.
  var extra: JSONObject

  var uniqueName: String? { name }
  var nameSpace: String { domainID }
  static let homeNameSpace = SandboxState.domainID

  /// The user as every answer but that to an update shows it.
  var document: JSONObject { document(afterUpdate: false) }

  /// The user as the answer to an update shows it: with its extra attributes a second time.
  var documentAfterUpdate: JSONObject { document(afterUpdate: true) }

  private func document(afterUpdate: Bool) -> JSONObject {
    var document = extra
    document["id"] = .string(id)
    document["name"] = .string(name)
    document["enabled"] = .bool(enabled)
    if afterUpdate {
      document["extra"] = .object(extra)
    }
    document["options"] = .object(options)
    if let defaultTenantID {
      document["tenantId"] = .string(defaultTenantID)
    }
    // A `username` sent beside a `name` was stored as an extra attribute, and stays.
    document["username"] = document["username"] ?? .string(name)
    return document
  }
}
