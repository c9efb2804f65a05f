/// A role as it is stored.
struct Role: StoredRecord {
  /// The role that a default tenant brings, made when it is first needed.
  static let member = (name: "_member_", id: "9fe2ff9ee4384b1894a90878d3e92bab")

  let id: String
  let name: String
  /// Null for a role of the whole cloud.
  let domainID: JSONValue
  let extra: JSONObject

  var uniqueName: String? { domainID == .null ? name : nil }

  var document: JSONObject {
    var document = extra
    document["id"] = .string(id)
    document["name"] = .string(name)
    document["domain_id"] = domainID
    return document
  }
}
