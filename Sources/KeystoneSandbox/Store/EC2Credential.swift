/// A pair of keys with which a user signs requests in a tenant, as Amazon's clients do.
struct EC2Credential: StoredRecord {
  let access: String
  let secret: String
  let userID: String
  let tenantID: String

  var id: String { access }

  var uniqueName: String? { nil }

  var document: JSONObject {
    [
      "user_id": .string(userID), "tenant_id": .string(tenantID), "access": .string(access),
      "secret": .string(secret), "trust_id": nil,
    ]
  }
}

extension EC2Credential: CustomStringConvertible, CustomReflectable {
  var description: String { RequestRedaction.mark }

  var customMirror: Mirror { Mirror(self, children: []) }
}
