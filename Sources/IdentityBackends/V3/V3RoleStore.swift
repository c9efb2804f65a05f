import Convergence
import IdentityModel
import KeystoneClient

/// The global roles; one of a domain is none that a seed names.
struct V3RoleStore: ResourceStore, ResourceUpdater {
  let client: V3Client
  let listed: V3Listed?

  func list() async throws(BackendFailure) -> [Live<Role>] {
    let roles = try await translated(await client.roles())
    await listed?.note { $0.roles = roles }
    return roles.map { $0.live }
  }

  func rows(like role: Role) async throws(BackendFailure) -> [Live<Role>]? {
    try await translated(await client.roles(named: role.name.text)).map { $0.live }
  }

  /// Keystone leaves it to the database.
  var comparesNames: Bool { true }

  func create(_ role: Role) async throws(BackendFailure) -> String {
    let new = V3NewRole(name: role.name.text, description: role.description)
    return try await translated(await client.createRole(new).id)
  }

  func delete(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteRole(id: id))
  }

  func update(_ role: Role, id: String, _ fields: Set<Field>) async throws(BackendFailure) {
    let update = V3RoleUpdate(
      name: fields.contains(.name) ? role.name.text : nil,
      description: fields.contains(.description) ? .setting(role.description) : nil
    )
    try await translated(await client.updateRole(id: id, update))
  }

  var updater: (any ResourceUpdater<Role>)? { self }
}

extension V3Role {
  fileprivate var live: Live<Role> {
    Live(
      id: id,
      Role(name: QualifiedName(name), description: description, isImmutable: isImmutable)
    )
  }
}
