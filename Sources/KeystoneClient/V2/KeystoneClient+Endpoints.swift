extension KeystoneClient {
  /// Lists the endpoint table, URLs as templates.
  ///
  /// From Liberty on endpoints made through v3 are among them, those without a public URL excepted;
  /// see ``foreignEndpointIDs()``.
  public func endpoints() async throws(KeystoneError) -> [EndpointRecord] {
    try await list(Call(.get, "endpoints"), "endpoints")
  }

  /// Makes an endpoint, an exact copy of one that is there too; none can be changed.
  public func createEndpoint(
    _ endpoint: NewEndpoint
  ) async throws(KeystoneError) -> EndpointRecord {
    try await send(Call(.post, "endpoints", body: endpoint.json)).record("endpoint")
  }

  /// Deletes an endpoint; one that was made through v3 is a 404, though it is listed.
  public func deleteEndpoint(id: String) async throws(KeystoneError) {
    try await send(Call(.delete, "endpoints", id)).checkIsEmptyOrDocument()
  }
}
