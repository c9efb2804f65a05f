extension KeystoneClient {
  /// Lists all roles, those of other domains included.
  ///
  /// The route is an extension's; `/roles` alone does not exist.
  public func roles() async throws(KeystoneError) -> [RoleRecord] {
    try await list(Call(.get, "OS-KSADM", "roles"), "roles")
  }

  /// Makes a role; a name that is taken is a 409.
  public func createRole(named name: String) async throws(KeystoneError) -> RoleRecord {
    let body = JSONValue.wrapped(in: "role", ["name": .string(name)])
    return try await send(Call(.post, "OS-KSADM", "roles", body: body)).record("role")
  }

  /// Deletes a role with all its assignments; Keystone protects none, not even `admin`.
  public func deleteRole(id: String) async throws(KeystoneError) {
    try await send(Call(.delete, "OS-KSADM", "roles", id)).checkIsEmptyOrDocument()
  }
}
