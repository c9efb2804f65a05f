extension V3Client {
  /// Lists endpoints, a row for each interface, URLs as templates; nothing about them is unique.
  ///
  /// - Parameters:
  ///   - serviceID: The service whose they are; nil for any.
  ///   - interface: `public`, `internal` or `admin`; nil for any.
  ///   - regionID: The region; nil for any.
  /// - Returns: All of them that there are.
  /// - Throws: ``KeystoneError``, ``UnreadableAnswer/incompleteList`` where the server cuts the list
  ///   off: filters then find what is looked for.
  public func endpoints(
    ofService serviceID: String? = nil,
    interface: String? = nil,
    regionID: String? = nil
  ) async throws(KeystoneError) -> [EndpointInterfaceRecord] {
    let query = [(name: String, value: String)].filters(
      ("service_id", serviceID),
      ("interface", interface),
      // `region`, its older name, is ignored by this route.
      ("region_id", regionID)
    )
    return try await list(Call(.get, ["endpoints"], query: query), "endpoints", takesLimit: true)
  }

  /// Reads one endpoint; a 404 where none has that ID.
  public func endpoint(id: String) async throws(KeystoneError) -> EndpointInterfaceRecord {
    try await send(Call(.get, "endpoints", id)).record("endpoint")
  }

  /// Makes an endpoint, an exact copy of one that is there too.
  public func createEndpoint(
    _ endpoint: V3NewEndpoint
  ) async throws(KeystoneError) -> EndpointInterfaceRecord {
    try await send(Call(.post, "endpoints", body: endpoint.json)).record("endpoint")
  }

  /// Changes what the update sets of an endpoint; its ID stays.
  @discardableResult
  public func updateEndpoint(
    id: String,
    _ update: V3EndpointUpdate
  ) async throws(KeystoneError) -> EndpointInterfaceRecord {
    try await send(Call(.patch, "endpoints", id, body: update.json())).record("endpoint")
  }

  /// Deletes an endpoint.
  public func deleteEndpoint(id: String) async throws(KeystoneError) {
    try await send(Call(.delete, "endpoints", id)).checkIsEmptyOrDocument()
  }
}
