extension V3Client {
  /// Lists all regions; any token may.
  public func regions() async throws(KeystoneError) -> [V3Region] {
    try await list(Call(.get, "regions"), "regions")
  }

  /// Reads one region; a 404 where none has that ID.
  public func region(id: String) async throws(KeystoneError) -> V3Region {
    try await send(Call(.get, "regions", id)).record("region")
  }

  /// Makes a region; an ID that is taken is a 409.
  ///
  /// One with a slash, which could be made otherwise and never be read, is an error.
  public func createRegion(_ region: V3NewRegion) async throws(KeystoneError) -> V3Region {
    try await send(Call(.put, "regions", region.id, body: region.json)).record("region")
  }

  /// Changes what the update sets of a region; the ID cannot be changed.
  @discardableResult
  public func updateRegion(
    id: String,
    _ update: V3RegionUpdate
  ) async throws(KeystoneError) -> V3Region {
    try await send(Call(.patch, "regions", id, body: update.json())).record("region")
  }

  /// Deletes a region and those below it; a 403 while any of them has endpoints.
  public func deleteRegion(id: String) async throws(KeystoneError) {
    try await send(Call(.delete, "regions", id)).checkIsEmptyOrDocument()
  }
}
