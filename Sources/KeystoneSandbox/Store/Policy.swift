/// A text that somebody keeps in Keystone for a service; no service of today reads it.
struct Policy: StoredRecord {
  let id: String
  var blob: String
  var type: String
  /// Attributes that Keystone does not know, kept and handed back.
  var extra: JSONObject

  var uniqueName: String? { nil }
}
