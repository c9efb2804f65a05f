/// A group of users as it is stored; v2.0 knows none.
struct Group: StoredRecord {
  let id: String
  var name: String
  var description: JSONValue
  var domainID = SandboxState.domainID
  /// Attributes that Keystone does not know, kept and handed back.
  var extra: JSONObject = [:]

  var uniqueName: String? { name }
  var nameSpace: String { domainID }
  static let homeNameSpace = SandboxState.domainID
}
