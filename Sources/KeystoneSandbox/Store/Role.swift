/// A role as it is stored.
struct Role: StoredRecord {
  /// The role that a default tenant brings, made when it is first needed.
  static let member = (name: "_member_", id: "9fe2ff9ee4384b1894a90878d3e92bab")

  let id: String
  var name: String
  /// Null for a role of the whole cloud.
  let domainID: JSONValue
  /// The description, which v3 knows, among others.
  var extra: JSONObject
  var options: JSONObject = [:]

  var uniqueName: String? { name }
  var nameSpace: String { domainID.string ?? "" }
  /// Whether nobody may change or delete it before the option is taken away.
  var isImmutable: Bool { options["immutable"] == true }

  var document: JSONObject {
    var document = extra
    document["id"] = .string(id)
    document["name"] = .string(name)
    document["domain_id"] = domainID
    return document
  }
}
