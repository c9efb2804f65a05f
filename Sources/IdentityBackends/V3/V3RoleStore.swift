import Convergence
import IdentityModel
import KeystoneClient

/// The global roles, and those of the domains that are looked into.
///
/// A role that belongs to the default domain is none that a seed names.
struct V3RoleStore: ResourceStore, ResourceUpdater {
  let client: V3Client
  let domains: V3Domains
  let listed: V3Listed?

  func list() async throws(BackendFailure) -> [Live<Role>] {
    var roles = try await translated(await client.roles())
    var rows = roles.map { $0.live(in: nil) }
    for domain in try await domains.known() where domain.name != nil {
      let found = try await translated(await client.roles(ofDomain: domain.id))
      rows += found.map { $0.live(in: domain.name) }
      roles += found
    }
    await listed?.note { [roles] in $0.roles = roles }
    return rows
  }

  func rows(like role: Role) async throws(BackendFailure) -> [Live<Role>]? {
    let domainID = try await self.domainID(of: role)
    return try await translated(await client.roles(ofDomain: domainID, named: role.name.text))
      .map { $0.live(in: role.name.domain) }
  }

  /// Keystone leaves it to the database.
  var comparesNames: Bool { true }

  func create(_ role: Role) async throws(BackendFailure) -> String {
    let domainID = try await self.domainID(of: role)
    let new = V3NewRole(
      name: role.name.text,
      domainID: domainID,
      description: role.description,
      options: role.options.json
    )
    return try await translated(await client.createRole(new).id)
  }

  /// The domain that the role belongs to, nil for a global one.
  private func domainID(of role: Role) async throws(BackendFailure) -> String? {
    guard let domain = role.name.domain else { return nil }
    return try await domains.id(of: domain)
  }

  func delete(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteRole(id: id))
  }

  func update(_ role: Role, id: String, _ fields: Set<Field>) async throws(BackendFailure) {
    let update = V3RoleUpdate(
      name: fields.contains(.name) ? role.name.text : nil,
      description: fields.contains(.description) ? .setting(role.description) : nil,
      options: role.options.json(of: fields)
    )
    try await translated(await client.updateRole(id: id, update))
  }

  var updater: (any ResourceUpdater<Role>)? { self }
}

extension V3Role {
  fileprivate func live(in domain: Name?) -> Live<Role> {
    Live(
      id: id,
      Role(
        name: QualifiedName(Name(name), of: domain),
        description: description,
        options: ResourceOptions(options)
      )
    )
  }
}
