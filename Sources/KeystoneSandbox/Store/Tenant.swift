/// A tenant as it is stored, which v3 calls a project; a domain is one, too.
struct Tenant: StoredRecord {
  let id: String
  var name: String
  var description: JSONValue
  var enabled: Bool
  /// What is above it, a tenant or its domain; v2.0 can set one at creation, and shows it nowhere.
  let parentID: String?
  /// The domain that it belongs to; nil for a domain.
  var domainID: String? = SandboxState.domainID
  var tags: [String] = []
  var options: JSONObject = [:]
  /// Attributes that Keystone does not know, kept and handed back.
  var extra: JSONObject

  var uniqueName: String? { name }
  var nameSpace: String { domainID ?? "" }
  static let homeNameSpace = SandboxState.domainID
  var isDomain: Bool { domainID == nil }
  /// Whether nobody may change or delete it before the option is taken away.
  var isImmutable: Bool { options["immutable"] == true }

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
