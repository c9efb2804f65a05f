import Convergence
import IdentityModel
import KeystoneClient

/// The projects of one domain, which a seed may call tenants.
struct V3ProjectStore: ResourceStore, ResourceUpdater {
  let client: V3Client
  let domainID: String
  let listed: V3Listed?

  func list() async throws(BackendFailure) -> [Live<Tenant>] {
    let projects = try await translated(await client.projects(ofDomain: domainID))
    await listed?.note { $0.projects = projects }
    return projects.map { $0.live }
  }

  func rows(like project: Tenant) async throws(BackendFailure) -> [Live<Tenant>]? {
    try await translated(
      await client.projects(ofDomain: domainID, named: project.name.text)
    ).map { $0.live }
  }

  /// Keystone leaves it to the database.
  var comparesNames: Bool { true }

  func create(_ project: Tenant) async throws(BackendFailure) -> String {
    let new = V3NewProject(
      name: project.name.text,
      domainID: domainID,
      description: project.description,
      enabled: project.enabled
    )
    return try await translated(await client.createProject(new).id)
  }

  func update(
    _ project: Tenant,
    id: String,
    _ fields: Set<Field>
  ) async throws(BackendFailure) {
    let update = V3ProjectUpdate(
      name: fields.contains(.name) ? project.name.text : nil,
      description: fields.contains(.description) ? .setting(project.description) : nil,
      enabled: fields.contains(.enabled) ? project.enabled : nil
    )
    try await translated(await client.updateProject(id: id, update))
  }

  func delete(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteProject(id: id))
  }

  var updater: (any ResourceUpdater<Tenant>)? { self }
}

extension V3Project {
  fileprivate var live: Live<Tenant> {
    Live(
      id: id,
      Tenant(
        name: QualifiedName(name),
        description: description,
        enabled: enabled,
        isImmutable: isImmutable
      )
    )
  }
}
