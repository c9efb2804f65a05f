/// How much of something a service gives to each project that has no limit of its own.
struct RegisteredLimit: StoredRecord {
  let id: String
  var serviceID: String
  var regionID: String?
  var resourceName: String
  var defaultLimit: JSONValue
  var description: JSONValue

  /// No two are of one service, one region (or none) and one resource.
  var uniqueName: String? {
    Self.name(serviceID: serviceID, regionID: regionID, resourceName: resourceName)
  }

  static func name(serviceID: String, regionID: String?, resourceName: String) -> String {
    [serviceID, regionID ?? "", resourceName].joined(separator: "\u{0}")
  }
}
