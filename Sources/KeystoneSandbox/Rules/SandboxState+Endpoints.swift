extension SandboxState {
  /// Keys that are no extra attributes of an endpoint.
  private static let endpointKeys: Set<String> = [
    "id", "service_id", "region", "region_id", "enabled", "interface", "url", "publicurl",
    "internalurl", "adminurl", "legacy_endpoint_id", "extra",
  ]

  /// Makes an endpoint, a row for each URL, and answers what was sent with the id that it got.
  ///
  /// Nothing is unique, nothing but the templates' syntax is checked in a URL, and a request with
  /// an unknown service has made its region all the same.
  mutating func createEndpoint(_ sent: JSONObject) throws(Refusal) -> JSONObject {
    try requireText("publicurl", in: sent)
    try requireText("service_id", in: sent)
    var urls: [(EndpointRow.Interface, String)] = []
    var echo = sent
    for interface in EndpointRow.Interface.allCases {
      if let url = try checkedURL(sent[interface.attribute]) {
        urls.append((interface, url))
      } else {
        echo[interface.attribute] = nil
      }
    }
    let region = try madeRegion(sent["region"])
    let serviceID = try knownService(sent["service_id"])
    let enabled = try flag(sent["enabled"])
    let id = RandomID.hex()
    for (interface, url) in urls {
      endpoints.store(
        EndpointRow(
          id: RandomID.hex(),
          legacyID: id,
          interface: interface,
          url: url,
          serviceID: serviceID,
          region: region,
          enabled: enabled,
          extra: sent.without(Self.endpointKeys)
        )
      )
    }
    echo["id"] = .string(id)
    return echo
  }

  /// Deletes the rows that v2.0 made together; to those that v3 made the answer is 404.
  mutating func deleteEndpoint(_ id: String) throws(Refusal) {
    let rows = endpoints.all.filter { $0.legacyID == id }
    guard !rows.isEmpty else { throw .unknown("endpoint", id) }
    for row in rows {
      _ = endpoints.remove(row.id)
    }
  }

  /// The row of that id, or 404; what v2.0 takes for the id of an endpoint is none.
  func endpointRow(_ id: String) throws(Refusal) -> EndpointRow {
    guard let row = endpoints[id] else { throw .unknown("endpoint", id) }
    return row
  }

  /// The endpoints as v2.0 lists them: rows that it made under their common id, then those of v3
  /// gathered by service and region under the id of the public row, or not at all without one.
  var endpointDocuments: [JSONObject] {
    let rows = endpoints.all
    let made = grouped(rows.filter { $0.legacyID != nil }) { ExactText($0.legacyID ?? "") }
    let foreign = grouped(rows.filter { $0.legacyID == nil }) {
      ExactText("\($0.serviceID) \($0.region.map { "=" + $0 } ?? "")")
    }
    return made.map { document(of: $0, id: $0[0].legacyID ?? "", extra: $0[0].extra) }
      + foreign.compactMap { group in
        group.last { $0.interface == .public }
          .map { document(of: group, id: $0.id, extra: [:]) }
      }
  }

  private func grouped(
    _ rows: [EndpointRow],
    by key: (EndpointRow) -> ExactText
  ) -> [[EndpointRow]] {
    var places: [ExactText: Int] = [:]
    var groups: [[EndpointRow]] = []
    for row in rows {
      if let place = places[key(row)] {
        groups[place].append(row)
      } else {
        places[key(row)] = groups.count
        groups.append([row])
      }
    }
    return groups
  }

  private func document(of rows: [EndpointRow], id: String, extra: JSONObject) -> JSONObject {
    var document = extra
    document["id"] = .string(id)
    document["service_id"] = .string(rows[0].serviceID)
    document["enabled"] = .bool(rows[0].enabled)
    document["region"] = rows[0].region.map(JSONValue.string) ?? .null
    for row in rows {
      document[row.interface.attribute] = .string(row.url)
    }
    return document
  }

  private func requireText(_ key: String, in sent: JSONObject) throws(Refusal) {
    guard let value = sent[key], value != .null, value != "" else {
      throw .badRequest("\(key) field is required and cannot be empty")
    }
  }

  /// A URL whose template Python can format; null and the empty text count as none.
  private func checkedURL(_ value: JSONValue?) throws(Refusal) -> String? {
    guard let value, value.isTruthy else { return nil }
    guard let url = value.string else { throw .unexpected }
    do {
      try CatalogTemplate(text: url).check()
    } catch {
      throw .badRequest(url)
    }
    return url
  }

  private mutating func madeRegion(_ value: JSONValue?) throws(Refusal) -> String? {
    guard let value, value != .null else { return nil }
    guard let region = value.string else { throw .unexpected }
    try requireColumn(region)
    ensureRegion(region)
    return region
  }

  /// Refuses the id of a region that the database's column can't hold.
  func requireColumn(_ region: String) throws(Refusal) {
    guard region.unicodeScalars.count > SandboxLimits.column else { return }
    throw .badRequest(
      "String length exceeded. The length of string '\(region)' exceeds the limit of column "
        + "id(CHAR(255))."
    )
  }

  /// Makes a region that an endpoint names, unless it is there.
  mutating func ensureRegion(_ id: String) {
    if regions.named(id) == nil { regions.store(Region(id: id)) }
  }

  /// The id of a service that is there, or 400.
  func knownService(_ value: JSONValue?) throws(Refusal) -> String {
    guard let id = value?.string, services[id] != nil else {
      throw .missing("endpoint service_id", in: "service table")
    }
    return id
  }

  /// The database takes a bool, 0 or 1; null is true.
  private func flag(_ value: JSONValue?) throws(Refusal) -> Bool {
    switch value {
    case nil, .null, .bool(true), .number("1"): true
    case .bool(false), .number("0"): false
    case .number, .string, .array, .object: throw .unexpected
    }
  }
}

extension EndpointRow.Interface {
  /// The key of its URL in an endpoint of v2.0.
  var attribute: String { rawValue + "url" }
}
