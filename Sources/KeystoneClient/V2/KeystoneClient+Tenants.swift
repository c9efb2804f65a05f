extension KeystoneClient {
  /// Lists all tenants of the default domain.
  ///
  /// Both apps serve this route: the public one lists only the tenants of the token's user, in the
  /// same form (`keystone.assignment.controllers`, `get_projects_for_token`). A list of users from the same client, or
  /// ``verifyAdminAPI()``, tells which of the two it is.
  public func tenants() async throws(KeystoneError) -> [TenantRecord] {
    try await list(Call(.get, "tenants"), "tenants")
  }

  /// Reads one tenant; a 404 where no tenant has that ID.
  public func tenant(id: String) async throws(KeystoneError) -> TenantRecord {
    try await send(Call(.get, "tenants", id)).record("tenant")
  }

  /// Makes a tenant; a name that is taken is a 409.
  public func createTenant(_ tenant: NewTenant) async throws(KeystoneError) -> TenantRecord {
    try await send(Call(.post, "tenants", body: tenant.json)).record("tenant")
  }

  /// Changes what the update sets of a tenant.
  ///
  /// The route takes POST and PUT alike; the 2014 client uses POST.
  @discardableResult
  public func updateTenant(
    id: String,
    _ update: TenantUpdate
  ) async throws(KeystoneError) -> TenantRecord {
    guard let body = update.json else { throw KeystoneError(.nothingToSend) }
    return try await send(Call(.post, "tenants", id, body: body)).record("tenant")
  }

  /// Deletes a tenant with its role assignments; a 403 when it has child projects.
  public func deleteTenant(id: String) async throws(KeystoneError) {
    try await send(Call(.delete, "tenants", id)).checkIsEmptyOrDocument()
  }

  /// Lists the users who have any role in a tenant, each once, those of other domains included.
  public func users(ofTenant id: String) async throws(KeystoneError) -> [UserRecord] {
    try await list(Call(.get, "tenants", id, "users"), "users")
  }
}
