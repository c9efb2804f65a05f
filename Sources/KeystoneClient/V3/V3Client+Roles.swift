extension V3Client {
  /// Lists the global roles, or those of one domain: there is no list of both.
  ///
  /// - Parameters:
  ///   - domainID: The domain; nil for the global ones.
  ///   - name: The name; a database that takes two names for one (MariaDB) finds either.
  /// - Returns: All of them that there are.
  /// - Throws: ``KeystoneError``.
  public func roles(
    ofDomain domainID: String? = nil,
    named name: String? = nil
  ) async throws(KeystoneError) -> [V3Role] {
    let query = [(name: String, value: String)].filters(("domain_id", domainID), ("name", name))
    return try await list(Call(.get, ["roles"], query: query), "roles", takesLimit: true)
  }

  /// Reads one role; a 404 where none has that ID.
  public func role(id: String) async throws(KeystoneError) -> V3Role {
    try await send(Call(.get, "roles", id)).record("role")
  }

  /// Makes a role; a name that is taken is a 409.
  public func createRole(_ role: V3NewRole) async throws(KeystoneError) -> V3Role {
    try await send(Call(.post, "roles", body: role.json)).record("role")
  }

  /// Changes what the update sets of a role; a 403 for an immutable one.
  @discardableResult
  public func updateRole(
    id: String,
    _ update: V3RoleUpdate
  ) async throws(KeystoneError) -> V3Role {
    try await send(Call(.patch, "roles", id, body: update.json())).record("role")
  }

  /// Deletes a role with its grants and implications; a 403 for an immutable one.
  public func deleteRole(id: String) async throws(KeystoneError) {
    try await send(Call(.delete, "roles", id)).checkIsEmptyOrDocument()
  }
}
