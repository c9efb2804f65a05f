/// One URL of one interface: what Keystone stores, although v2.0 shows up to three as one endpoint.
struct EndpointRow: StoredRecord {
  typealias Interface = CatalogInterface

  /// The id that Identity v3 shows, and the catalog of a token.
  let id: String
  /// The id that v2.0 shows for the rows it made together; nil for a row that v3 made.
  let legacyID: String?
  var interface: Interface
  var url: String
  var serviceID: String
  var region: String?
  var enabled: Bool
  var extra: JSONObject

  var uniqueName: String? { nil }
}
