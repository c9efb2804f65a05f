extension KeystoneClient {
  /// Lists the roles that a user has in a tenant, those that come from a group included.
  ///
  /// The same question without a tenant is a 501 (`keystone.assignment.controllers`).
  public func roles(
    ofUser userID: String,
    onTenant tenantID: String
  ) async throws(KeystoneError) -> [RoleRecord] {
    try await list(Call(.get, "tenants", tenantID, "users", userID, "roles"), "roles")
  }

  /// Gives a user a role in a tenant; one that is there already is a 409.
  ///
  /// The route takes no body. Keystone does not look whether the user exists.
  public func grantRole(
    _ roleID: String,
    toUser userID: String,
    onTenant tenantID: String
  ) async throws(KeystoneError) {
    let call = Call(.put, "tenants", tenantID, "users", userID, "roles", "OS-KSADM", roleID)
    try await send(call).checkIsEmptyOrDocument()
  }

  /// Takes a role in a tenant from a user; one that is not there, or comes from a group, is a 404.
  public func revokeRole(
    _ roleID: String,
    fromUser userID: String,
    onTenant tenantID: String
  ) async throws(KeystoneError) {
    let call = Call(.delete, "tenants", tenantID, "users", userID, "roles", "OS-KSADM", roleID)
    try await send(call).checkIsEmptyOrDocument()
  }
}
