extension V3Client {
  /// Lists the users who are in a group, of whatever domains; those of a group within it are not.
  public func users(inGroup groupID: String) async throws(KeystoneError) -> [V3User] {
    try await list(Call(.get, "groups", groupID, "users"), "users", takesLimit: true)
  }

  /// Lists the groups that a user is in.
  public func groups(ofUser userID: String) async throws(KeystoneError) -> [V3Group] {
    try await list(Call(.get, "users", userID, "groups"), "groups", takesLimit: true)
  }

  /// Whether a user is in a group.
  ///
  /// - Parameters:
  ///   - userID: The user; one that is not there is in none.
  ///   - groupID: The group; one that is not there has none.
  /// - Returns: Whether Keystone knows of it.
  /// - Throws: ``KeystoneError``.
  public func isUser(
    _ userID: String,
    inGroup groupID: String
  ) async throws(KeystoneError) -> Bool {
    try await exists(["groups", groupID, "users", userID])
  }

  /// Puts a user into a group; one who is in it stays.
  public func addUser(_ userID: String, toGroup groupID: String) async throws(KeystoneError) {
    try await send(Call(.put, "groups", groupID, "users", userID)).checkIsEmptyOrDocument()
  }

  /// Takes a user out of a group; a 404 for one who is not in it.
  public func removeUser(_ userID: String, fromGroup groupID: String) async throws(KeystoneError) {
    try await send(Call(.delete, "groups", groupID, "users", userID)).checkIsEmptyOrDocument()
  }

  /// Whether Keystone knows what is at a path.
  ///
  /// It is a GET, which routes that have a HEAD all have too: a 404 without a body does not say
  /// whether it is Keystone's.
  func exists(_ path: [String]) async throws(KeystoneError) -> Bool {
    do throws(KeystoneError) {
      try await send(Call(.get, path)).checkIsEmptyOrDocument()
      return true
    } catch {
      guard error.isNotFound else { throw error }
      return false
    }
  }
}
