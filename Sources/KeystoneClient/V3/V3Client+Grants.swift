extension V3Client {
  /// Lists all grants as they were made: on projects, domains and the system, to users and groups.
  ///
  /// Names are not asked for: one grant on a domain by way of `/projects` makes that list a 404 for
  /// everybody, and one directory that is down a 500 (`keystone.assignment.core`,
  /// `_get_names_from_role_assignments`). So `include_names` is left out, since `false` counts as asked
  /// for. A user of a directory who is gone keeps the grants.
  ///
  /// - Parameter actor: Whose they are; nil for everybody's.
  /// - Returns: The grants, in no order.
  /// - Throws: ``KeystoneError``.
  public func grants(of actor: V3Actor? = nil) async throws(KeystoneError) -> [V3Grant] {
    let query: [(name: String, value: String)] =
      switch actor {
      case .user(let id)?: [("user.id", id)]
      case .group(let id)?: [("group.id", id)]
      case nil: []
      }
    return try await grants(query)
  }

  /// Lists what a user's roles on a project come to, those from groups, by inheritance and implied
  /// ones included; a 404 for a user of a directory who is gone.
  ///
  /// - Parameters:
  ///   - userID: The user.
  ///   - projectID: The project.
  /// - Returns: The IDs of the roles.
  /// - Throws: ``KeystoneError``.
  public func effectiveRoles(
    ofUser userID: String,
    onProject projectID: String
  ) async throws(KeystoneError) -> Set<String> {
    let query = [("effective", "1"), ("scope.project.id", projectID), ("user.id", userID)]
    return Set(try await grants(query).map(\.roleID))
  }

  /// Whether a grant was made as it is, not by way of a group, inheritance or another role.
  ///
  /// It is a 404, and so false, for a user of a directory who is gone, although the grant is listed.
  public func holds(_ grant: V3Grant) async throws(KeystoneError) -> Bool {
    try await exists(grant.path)
  }

  /// Grants a role; one that is granted stays, and a 404 says that any part of it is not there.
  public func grant(_ grant: V3Grant) async throws(KeystoneError) {
    try await send(Call(.put, grant.path)).checkIsEmptyOrDocument()
  }

  /// Takes a grant away; a 404 where it was not made.
  public func revoke(_ grant: V3Grant) async throws(KeystoneError) {
    try await send(Call(.delete, grant.path)).checkIsEmptyOrDocument()
  }

  private func grants(
    _ query: [(name: String, value: String)]
  ) async throws(KeystoneError) -> [V3Grant] {
    try await list(Call(.get, ["role_assignments"], query: query), "role_assignments")
  }
}
