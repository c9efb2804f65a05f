/// One request that an application credential is good for.
struct AccessRule: StoredRecord {
  let id: String
  let userID: String
  let service: JSONValue
  let path: JSONValue
  let method: JSONValue

  var uniqueName: String? { nil }

  /// Whether it allows the same.
  func allows(_ other: AccessRule) -> Bool {
    userID == other.userID && service == other.service && path == other.path
      && method == other.method
  }
}
