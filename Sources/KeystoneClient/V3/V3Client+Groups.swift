extension V3Client {
  /// Lists the groups of a domain.
  ///
  /// - Parameters:
  ///   - domainID: The domain, without which those of others may be left out in silence.
  ///   - name: The name; MariaDB and LDAP take two names for one.
  /// - Returns: All of them that there are.
  /// - Throws: ``KeystoneError``.
  public func groups(
    ofDomain domainID: String,
    named name: String? = nil
  ) async throws(KeystoneError) -> [V3Group] {
    let query = [(name: String, value: String)].filters(("domain_id", domainID), ("name", name))
    return try await pagedList(Call(.get, ["groups"], query: query), "groups")
  }

  /// Reads one group; a 404 where none has that ID.
  public func group(id: String) async throws(KeystoneError) -> V3Group {
    try await send(Call(.get, "groups", id)).record("group")
  }

  /// Makes a group; a name that is taken in its domain is a 409.
  public func createGroup(_ group: V3NewGroup) async throws(KeystoneError) -> V3Group {
    try await send(Call(.post, "groups", body: group.json)).record("group")
  }

  /// Changes what the update sets of a group.
  @discardableResult
  public func updateGroup(
    id: String,
    _ update: V3GroupUpdate
  ) async throws(KeystoneError) -> V3Group {
    try await send(Call(.patch, "groups", id, body: update.json())).record("group")
  }

  /// Deletes a group with its grants and memberships.
  public func deleteGroup(id: String) async throws(KeystoneError) {
    try await send(Call(.delete, "groups", id)).checkIsEmptyOrDocument()
  }
}
