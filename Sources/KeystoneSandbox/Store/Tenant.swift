/// A tenant as it is stored.
struct Tenant: StoredRecord {
  let id: String
  var name: String
  var description: JSONValue
  var enabled: Bool
  /// The tenant above it; v2.0 can set one at creation, and shows it nowhere.
  let parentID: String?
  /// Attributes that Keystone does not know, kept and handed back.
  var extra: JSONObject

  var uniqueName: String? { name }

  /// The tenant as every answer but that to an update shows it.
  var document: JSONObject {
    var document = extra
    document["id"] = .string(id)
    document["name"] = .string(name)
    document["description"] = description
    document["enabled"] = .bool(enabled)
    return document
  }

  /// The tenant as the answer to an update shows it: with its extra attributes a second time.
  var documentAfterUpdate: JSONObject {
    var document = document
    document["extra"] = .object(extra)
    return document
  }
}
