extension V3Client {
  /// Lists the registered limits; any token may.
  ///
  /// - Parameters:
  ///   - serviceID: The service whose they are; nil for any.
  ///   - resource: The resource; nil for any.
  /// - Returns: All of them that there are.
  /// - Throws: ``KeystoneError``.
  public func registeredLimits(
    ofService serviceID: String? = nil,
    resource: String? = nil
  ) async throws(KeystoneError) -> [V3RegisteredLimit] {
    let query = [(name: String, value: String)].filters(
      ("service_id", serviceID),
      ("resource_name", resource)
    )
    return try await list(Call(.get, ["registered_limits"], query: query), "registered_limits")
  }

  /// Registers a limit; a 409 where there is one of that resource in that region, a 400 where the service
  /// or the region is not there.
  public func createRegisteredLimit(
    _ limit: V3NewRegisteredLimit
  ) async throws(KeystoneError) -> V3RegisteredLimit {
    try await send(Call(.post, "registered_limits", body: limit.json))
      .onlyRecord("registered_limits")
  }

  /// Changes what the update sets of a registered limit; a 403 while somebody has a limit of its own for it.
  @discardableResult
  public func updateRegisteredLimit(
    id: String,
    _ update: V3RegisteredLimitUpdate
  ) async throws(KeystoneError) -> V3RegisteredLimit {
    try await send(Call(.patch, "registered_limits", id, body: update.json()))
      .record("registered_limit")
  }

  /// Deletes a registered limit; a 403 while somebody has a limit of its own for it.
  public func deleteRegisteredLimit(id: String) async throws(KeystoneError) {
    try await send(Call(.delete, "registered_limits", id)).checkIsEmptyOrDocument()
  }
}
