/// A region as it is stored; its id is the name that people give it.
struct Region: StoredRecord {
  let id: String
  var description: JSONValue = ""
  var parentID: String?
  /// Attributes that Keystone does not know, kept and handed back.
  var extra: JSONObject = [:]

  var uniqueName: String? { id }
}
