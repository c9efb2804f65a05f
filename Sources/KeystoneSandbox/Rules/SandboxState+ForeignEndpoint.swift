extension SandboxState {
  /// Adds rows that no v2.0 request made, or answers nil when there is no such service.
  mutating func addForeignEndpoint(
    _ serviceID: String,
    _ region: String?,
    _ urls: [(EndpointRow.Interface, String?)]
  ) -> [EndpointRow]? {
    guard services[serviceID] != nil else { return nil }
    if let region { ensureRegion(region) }
    var rows: [EndpointRow] = []
    for case (let interface, let url?) in urls {
      let row = EndpointRow(
        id: RandomID.hex(),
        legacyID: nil,
        interface: interface,
        url: url,
        serviceID: serviceID,
        region: region,
        enabled: true,
        extra: [:]
      )
      endpoints.store(row)
      rows.append(row)
    }
    return rows
  }
}
