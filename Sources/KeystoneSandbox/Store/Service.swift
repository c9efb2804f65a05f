/// A service as it is stored; neither its name nor its type need be unique.
struct Service: StoredRecord {
  /// Keys that are no extra attributes.
  static let keys: Set<String> = ["id", "name", "type", "enabled", "extra"]

  let id: String
  let name: String
  let type: String
  let enabled: Bool
  /// What was sent beyond those, `description` included: shown only if it was sent.
  let extra: JSONObject

  var uniqueName: String? { nil }

  var document: JSONObject {
    var document = extra
    document["name"] = .string(name)
    document["id"] = .string(id)
    document["type"] = .string(type)
    document["enabled"] = .bool(enabled)
    return document
  }
}
