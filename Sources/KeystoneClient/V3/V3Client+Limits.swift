extension V3Client {
  /// Lists the limits that projects and domains have of their own; those of others only to whom the server
  /// lets see them.
  ///
  /// - Parameters:
  ///   - serviceID: The service whose they are; nil for any.
  ///   - resource: The resource; nil for any.
  /// - Returns: All of them that there are.
  /// - Throws: ``KeystoneError``.
  public func limits(
    ofService serviceID: String? = nil,
    resource: String? = nil
  ) async throws(KeystoneError) -> [V3Limit] {
    let query = [(name: String, value: String)].filters(
      ("service_id", serviceID),
      ("resource_name", resource)
    )
    return try await list(Call(.get, ["limits"], query: query), "limits")
  }

  /// Gives a project or a domain a limit of its own; a 409 where it has one, a 403 where none is registered
  /// for that resource in that region.
  public func createLimit(_ limit: V3NewLimit) async throws(KeystoneError) -> V3Limit {
    try await send(Call(.post, "limits", body: limit.json)).onlyRecord("limits")
  }

  /// Changes what the update sets of a limit of its own.
  @discardableResult
  public func updateLimit(
    id: String,
    _ update: V3LimitUpdate
  ) async throws(KeystoneError) -> V3Limit {
    try await send(Call(.patch, "limits", id, body: update.json())).record("limit")
  }

  /// Takes a limit of its own away.
  public func deleteLimit(id: String) async throws(KeystoneError) {
    try await send(Call(.delete, "limits", id)).checkIsEmptyOrDocument()
  }
}
