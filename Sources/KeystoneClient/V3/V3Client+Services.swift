extension V3Client {
  /// Lists services, disabled ones too; neither name nor type is unique.
  ///
  /// - Parameters:
  ///   - type: The type; nil for any.
  ///   - name: The name; nil for any. A database that takes two names for one (MariaDB) finds either.
  /// - Returns: All of them that there are.
  /// - Throws: ``KeystoneError``.
  public func services(
    ofType type: String? = nil,
    named name: String? = nil
  ) async throws(KeystoneError) -> [V3Service] {
    let query = [(name: String, value: String)].filters(("type", type), ("name", name))
    return try await list(Call(.get, ["services"], query: query), "services", takesLimit: true)
  }

  /// Reads one service; a 404 where none has that ID.
  public func service(id: String) async throws(KeystoneError) -> V3Service {
    try await send(Call(.get, "services", id)).record("service")
  }

  /// Makes a service, a second one of the same type and name without a word.
  public func createService(_ service: V3NewService) async throws(KeystoneError) -> V3Service {
    try await send(Call(.post, "services", body: service.json)).record("service")
  }

  /// Changes what the update sets of a service; its ID and its endpoints stay.
  @discardableResult
  public func updateService(
    id: String,
    _ update: V3ServiceUpdate
  ) async throws(KeystoneError) -> V3Service {
    try await send(Call(.patch, "services", id, body: update.json())).record("service")
  }

  /// Deletes a service and, with it, all its endpoints.
  public func deleteService(id: String) async throws(KeystoneError) {
    try await send(Call(.delete, "services", id)).checkIsEmptyOrDocument()
  }
}
