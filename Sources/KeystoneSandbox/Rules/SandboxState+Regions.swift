extension SandboxState {
  private static let regionKeys: Set<String> = ["id", "description", "parent_region_id", "extra"]

  /// The region of that id, or 404; the database may find another spelling.
  func region(_ id: String) throws(Refusal) -> Region {
    guard let region = regions.named(id) else { throw .unknown("region", id) }
    return region
  }

  /// Makes a region.
  mutating func createRegion(_ attributes: JSONObject) throws(Refusal) -> Region {
    let sent = attributes["id"]?.string ?? ""
    let region = Region(
      id: sent.isEmpty ? RandomID.hex() : sent,
      description: described(attributes["description"]),
      parentID: try parent(attributes),
      extra: attributes.without(Self.regionKeys)
    )
    try requireColumn(region.id)
    guard options.nameCollation.canStore(region.id) else { throw .unstorable(release) }
    guard regions.named(region.id) == nil else {
      throw .conflict("region", "Duplicate ID, \(region.id).")
    }
    regions.store(region)
    return region
  }

  /// Changes what is sent and leaves the rest.
  mutating func updateRegion(_ id: String, _ sent: JSONObject) throws(Refusal) -> Region {
    var region = try region(id)
    if let other = sent["id"], other != .string(id) { throw .otherID }
    if sent["parent_region_id"] != nil {
      region.parentID = try parent(sent)
      try refuseCircle(region)
    }
    if let description = sent["description"] { region.description = described(description) }
    region.extra.merge(sent.without(Self.regionKeys))
    regions.store(region)
    return region
  }

  /// Deletes a region and those below it, unless one has an endpoint.
  mutating func deleteRegion(_ id: String) throws(Refusal) {
    let region = try region(id)
    var branch = [region.id]
    var next = 0
    while next < branch.count {
      branch += regions.all.filter { $0.parentID == branch[next] }.map(\.id)
      next += 1
    }
    guard !endpoints.all.contains(where: { $0.region.map(branch.contains) ?? false }) else {
      throw .forbidden(
        "Unable to delete region \(id) because it or its child regions have associated endpoints."
      )
    }
    for id in branch { _ = regions.remove(id) }
  }

  private func described(_ description: JSONValue?) -> JSONValue {
    description == nil || description == .null ? "" : description ?? ""
  }

  private func parent(_ attributes: JSONObject) throws(Refusal) -> String? {
    guard let id = attributes["parent_region_id"]?.string else { return nil }
    return try region(id).id
  }

  private func refuseCircle(_ region: Region) throws(Refusal) {
    var next = region.parentID
    while let id = next {
      guard id != region.id else {
        throw .badRequest(
          "The specified parent region \(region.id) would create a circular region hierarchy."
        )
      }
      next = regions[id]?.parentID
    }
  }
}
