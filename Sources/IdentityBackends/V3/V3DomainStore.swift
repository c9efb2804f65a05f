import Convergence
import IdentityModel
import KeystoneClient

/// The domains, the default one among them.
struct V3DomainStore: ResourceStore, ResourceUpdater {
  let client: V3Client
  let domains: V3Domains

  func list() async throws(BackendFailure) -> [Live<Domain>] {
    try await domains.list().map(live)
  }

  func rows(like domain: Domain) async throws(BackendFailure) -> [Live<Domain>]? {
    try await translated(await client.domains(named: domain.name.text)).map(live)
  }

  /// Keystone leaves it to the database.
  var comparesNames: Bool { true }

  func create(_ domain: Domain) async throws(BackendFailure) -> String {
    let new = V3NewDomain(
      name: domain.name.text,
      description: domain.description,
      enabled: domain.enabled,
      options: domain.options.json
    )
    let id = try await translated(await client.createDomain(new).id)
    await domains.note(domain.name.name, id: id)
    return id
  }

  func update(
    _ domain: Domain,
    id: String,
    _ fields: Set<Field>
  ) async throws(BackendFailure) {
    let options = domain.options.json(of: fields)
    if let options, fields == [.immutable], !domain.options.areOfImmutable {
      return try await translated(await client.setOptions(options, ofDomain: id))
    }
    let update = V3DomainUpdate(
      name: fields.contains(.name) ? domain.name.text : nil,
      description: fields.contains(.description) ? domain.description : nil,
      enabled: fields.contains(.enabled) ? domain.enabled : nil,
      options: options
    )
    try await translated(await client.updateDomain(id: id, update))
  }

  func delete(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteDomain(id: id))
  }

  var updater: (any ResourceUpdater<Domain>)? { self }

  private func live(_ domain: V3Domain) -> Live<Domain> {
    Live(
      id: domain.id,
      Domain(
        name: domains.isDefault(id: domain.id) ? Domain.defaultName : QualifiedName(domain.name),
        description: domain.description,
        enabled: domain.enabled,
        options: ResourceOptions(domain.options)
      )
    )
  }
}
