import Convergence
import IdentityModel
import KeystoneClient

/// The tenants.
struct V2TenantStore: ResourceStore, ResourceUpdater {
  let client: KeystoneClient

  func list() async throws(BackendFailure) -> [Live<Tenant>] {
    try await translated(await records()).map { record in
      Live(
        id: record.id,
        Tenant(
          name: QualifiedName(record.name),
          description: record.description,
          enabled: record.enabled
        )
      )
    }
  }

  func create(_ tenant: Tenant) async throws(BackendFailure) -> String {
    let new = NewTenant(
      name: tenant.name.text,
      description: tenant.description,
      enabled: tenant.enabled
    )
    return try await translated(await client.createTenant(new).id)
  }

  func update(
    _ tenant: Tenant,
    id: String,
    _ fields: Set<Field>
  ) async throws(BackendFailure) {
    let update = TenantUpdate(
      name: fields.contains(.name) ? tenant.name.text : nil,
      description: fields.contains(.description) ? tenant.description : nil,
      enabled: fields.contains(.enabled) ? tenant.enabled : nil
    )
    try await translated(await client.updateTenant(id: id, update))
  }

  func delete(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteTenant(id: id))
  }

  var updater: (any ResourceUpdater<Tenant>)? { self }

  /// The tenants; a 401 for them is looked into.
  ///
  /// The public API has this list as well, for users alone: it refuses Keystone's `admin_token`, as
  /// if that were a wrong one, where every other list says that this is not the admin API.
  private func records() async throws(KeystoneError) -> [TenantRecord] {
    do throws(KeystoneError) {
      return try await client.tenants()
    } catch {
      if error.isUnauthorized { try await client.verifyAdminAPI() }
      throw error
    }
  }
}
