extension V3Client {
  /// Lists the users of a domain.
  ///
  /// - Parameters:
  ///   - domainID: The domain, without which those of others may be left out in silence
  ///     (`keystone.server.flask.common`, `_get_domain_id_for_list_request`).
  ///   - name: The name; MariaDB and LDAP take two names for one, and LDAP may find a user of another
  ///     name altogether.
  /// - Returns: All of them that there are.
  /// - Throws: ``KeystoneError``.
  public func users(
    ofDomain domainID: String,
    named name: String? = nil
  ) async throws(KeystoneError) -> [V3User] {
    let query = [(name: String, value: String)].filters(("domain_id", domainID), ("name", name))
    return try await pagedList(Call(.get, ["users"], query: query), "users")
  }

  /// Reads one user; a 404 where none has that ID.
  public func user(id: String) async throws(KeystoneError) -> V3User {
    try await send(Call(.get, "users", id)).record("user")
  }

  /// Makes a user; a name that is taken in its domain is a 409.
  public func createUser(_ user: V3NewUser) async throws(KeystoneError) -> V3User {
    try await send(Call(.post, "users", body: user.json, secrets: user.secrets)).record("user")
  }

  /// Changes what the update sets of a user; other fields stay.
  @discardableResult
  public func updateUser(
    id: String,
    _ update: V3UserUpdate
  ) async throws(KeystoneError) -> V3User {
    let call = Call(.patch, "users", id, body: try update.json(), secrets: update.secrets)
    return try await send(call).record("user")
  }

  /// Deletes a user with the grants and memberships.
  public func deleteUser(id: String) async throws(KeystoneError) {
    try await send(Call(.delete, "users", id)).checkIsEmptyOrDocument()
  }
}
