extension V3Client {
  /// Lists domains, all or the one of that name.
  ///
  /// With a token for a domain that one alone is listed, and nothing says so: see ``caller()``.
  ///
  /// - Parameter name: The name; a database that takes two names for one (MariaDB) finds either.
  /// - Returns: All of them that there are.
  /// - Throws: ``KeystoneError``.
  public func domains(named name: String? = nil) async throws(KeystoneError) -> [V3Domain] {
    try await pagedList(Call(.get, ["domains"], query: .filters(("name", name))), "domains")
  }

  /// Reads one domain; a 404 where none has that ID.
  public func domain(id: String) async throws(KeystoneError) -> V3Domain {
    try await send(Call(.get, "domains", id)).record("domain")
  }

  /// Makes a domain; a name that is taken is a 409.
  public func createDomain(_ domain: V3NewDomain) async throws(KeystoneError) -> V3Domain {
    try await send(Call(.post, "domains", body: domain.json)).record("domain")
  }

  /// Changes what the update sets of a domain.
  @discardableResult
  public func updateDomain(
    id: String,
    _ update: V3DomainUpdate
  ) async throws(KeystoneError) -> V3Domain {
    try await send(Call(.patch, "domains", id, body: update.json())).record("domain")
  }

  /// Changes options of a domain where it is a project: an immutable one that is asked for as a domain is
  /// refused even what takes that away, by 22 (`keystone.resource.core`, `update_domain`).
  ///
  /// - Parameters:
  ///   - options: Those that are changed; null removes one.
  ///   - id: The ID of the domain.
  /// - Throws: ``KeystoneError``.
  public func setOptions(
    _ options: JSONObject,
    ofDomain id: String
  ) async throws(KeystoneError) {
    let update = V3ProjectUpdate(options: options)
    // A domain that is shown as a project is of no domain, which no project is.
    try await send(Call(.patch, "projects", id, body: update.json(id: id)))
      .checkIsEmptyOrDocument()
  }

  /// Deletes a domain with its projects, users, groups and grants, though not its roles; a 403 while
  /// it is enabled (`keystone.resource.core`, `delete_domain`).
  public func deleteDomain(id: String) async throws(KeystoneError) {
    try await send(Call(.delete, "domains", id)).checkIsEmptyOrDocument()
  }
}

extension [(name: String, value: String)] {
  /// The filters of a list: those that have a value.
  static func filters(_ filters: (name: String, value: String?)...) -> Self {
    filters.compactMap { name, value in value.map { (name: name, value: $0) } }
  }
}
