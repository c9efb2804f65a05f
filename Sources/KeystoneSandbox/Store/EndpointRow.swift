/// One URL of one interface: what Keystone stores, although v2.0 shows up to three as one endpoint.
struct EndpointRow: StoredRecord {
  /// Who may reach the service by the URL; the raw value is its name in attributes, `publicurl`.
  enum Interface: String, CaseIterable, Sendable {
    case `public`
    case `internal`
    case admin
  }

  /// The id that Identity v3 shows, and the catalog of a token.
  let id: String
  /// The id that v2.0 shows for the rows it made together; nil for a row that v3 made.
  let legacyID: String?
  let interface: Interface
  let url: String
  let serviceID: String
  let region: String?
  let enabled: Bool
  let extra: JSONObject

  var uniqueName: String? { nil }
}
