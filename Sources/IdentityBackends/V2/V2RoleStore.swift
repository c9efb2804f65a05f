import Convergence
import IdentityModel
import KeystoneClient

/// The roles of no domain.
///
/// One that v3 made for a domain is listed too, and is no role of this cloud's: v2.0 would grant it,
/// without any effect.
struct V2RoleStore: ResourceStore {
  let client: KeystoneClient

  func list() async throws(BackendFailure) -> [Live<Role>] {
    try await translated(await client.roles()).filter(\.isGlobal)
      .map { Live(id: $0.id, Role(name: QualifiedName($0.name))) }
  }

  func create(_ role: Role) async throws(BackendFailure) -> String {
    try await translated(await client.createRole(named: role.name.text).id)
  }

  func delete(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteRole(id: id))
  }

  /// A role has no fields.
  var updater: (any ResourceUpdater<Role>)? { nil }
}
