/// Something secret that Keystone keeps for a user, of any type: a certificate, the seed of one-time
/// passwords, the keys of Amazon's clients.
struct Credential: StoredRecord {
  let id: String
  /// Whose it is; nobody looks whether there is such a user.
  let userID: String
  let projectID: JSONValue
  let type: String
  var blob: String
  /// Attributes that Keystone does not know, kept and handed back.
  let extra: JSONObject

  var uniqueName: String? { nil }
}

extension Credential: CustomStringConvertible, CustomReflectable {
  var description: String { RequestRedaction.mark }

  var customMirror: Mirror { Mirror(self, children: []) }
}
