extension V3Client {
  /// Lists the projects of a domain, the domain itself not among them.
  ///
  /// - Parameters:
  ///   - domainID: The domain; nil for all, of which a token for one domain sees that one alone.
  ///   - name: The name; a database that takes two names for one (MariaDB) finds either.
  ///   - parentID: The project right above them; nil for all.
  /// - Returns: All of them that there are.
  /// - Throws: ``KeystoneError``.
  public func projects(
    ofDomain domainID: String?,
    named name: String? = nil,
    below parentID: String? = nil
  ) async throws(KeystoneError) -> [V3Project] {
    let query = [(name: String, value: String)].filters(
      ("domain_id", domainID),
      ("name", name),
      ("parent_id", parentID)
    )
    return try await pagedList(Call(.get, ["projects"], query: query), "projects")
  }

  /// Reads one project; a 404 where none has that ID.
  public func project(id: String) async throws(KeystoneError) -> V3Project {
    try await send(Call(.get, "projects", id)).record("project")
  }

  /// Makes a project; a name that is taken in its domain is a 409.
  public func createProject(_ project: V3NewProject) async throws(KeystoneError) -> V3Project {
    try await send(Call(.post, "projects", body: project.json)).record("project")
  }

  /// Changes what the update sets of a project; a name that is taken is a 409.
  @discardableResult
  public func updateProject(
    id: String,
    _ update: V3ProjectUpdate
  ) async throws(KeystoneError) -> V3Project {
    try await send(Call(.patch, "projects", id, body: update.json(id: id))).record("project")
  }

  /// Deletes a project with its grants; a 403 when it has child projects, or is immutable.
  public func deleteProject(id: String) async throws(KeystoneError) {
    try await send(Call(.delete, "projects", id)).checkIsEmptyOrDocument()
  }
}
