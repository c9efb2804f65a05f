extension SandboxState {
  private static let keys: Set<String> = [
    "id", "service_id", "region", "region_id", "enabled", "interface", "url", "legacy_endpoint_id",
    "extra",
  ]

  /// Makes one row over v3; nothing keeps two rows from being alike.
  mutating func createEndpointRow(_ sent: JSONObject) throws(Refusal) -> EndpointRow {
    let url = sent["url"]?.string ?? ""
    try check(url)
    let row = EndpointRow(
      id: RandomID.hex(),
      legacyID: nil,
      interface: sent["interface"]?.string.flatMap(EndpointRow.Interface.init) ?? .public,
      url: url,
      serviceID: try knownService(sent["service_id"]),
      region: try region(sent),
      enabled: sent["enabled"] != false,
      extra: sent.without(Self.keys)
    )
    endpoints.store(row)
    return row
  }

  /// Changes one row, whoever made it; nobody looks at the template any more.
  mutating func updateEndpointRow(
    _ id: String,
    _ sent: JSONObject
  ) throws(Refusal) -> EndpointRow {
    var row = try endpointRow(id)
    if let other = sent["id"], other != .string(id) { throw .otherID }
    if let url = sent["url"]?.string {
      row.url = url
    }
    if sent["service_id"] != nil { row.serviceID = try knownService(sent["service_id"]) }
    if sent["region_id"] != nil || sent["region"] != nil { row.region = try region(sent) }
    if let interface = sent["interface"]?.string.flatMap(EndpointRow.Interface.init) {
      row.interface = interface
    }
    if case .bool(let enabled) = sent["enabled"] { row.enabled = enabled }
    row.extra.merge(sent.without(Self.keys))
    endpoints.store(row)
    return row
  }

  /// Deletes one row.
  mutating func deleteEndpointRow(_ id: String) throws(Refusal) {
    _ = try endpointRow(id)
    _ = endpoints.remove(id)
    endpointTies.removeAll(with: id)
  }

  private func check(_ url: String) throws(Refusal) {
    do {
      try CatalogTemplate(text: url).check(release.templateNames)
    } catch {
      throw .badRequest(
        release == .pike ? url : "Cannot create an endpoint with an invalid URL: \(url)."
      )
    }
  }

  /// A region by its id, which must be there, or by its old name, which makes it.
  private mutating func region(_ sent: JSONObject) throws(Refusal) -> String? {
    if let value = sent["region_id"] {
      guard let id = value.string else { return nil }
      guard regions.named(id) != nil else {
        throw .missing("endpoint region_id", in: "region table")
      }
      return id
    }
    guard let id = sent["region"]?.string else { return nil }
    ensureRegion(id)
    return id
  }
}
