/// One URL of one interface: what Keystone stores, although v2.0 shows up to three as one endpoint.
struct EndpointRow: StoredRecord {
  typealias Interface = CatalogInterface

  /// The id that Identity v3 shows, and the catalog of a token.
  let id: String
  /// The id that v2.0 shows for the rows it made together; nil for a row that v3 made.
  let legacyID: String?
  let interface: Interface
  var url: String
  let serviceID: String
  let region: String?
  var enabled: Bool
  let extra: JSONObject

  var uniqueName: String? { nil }
}
