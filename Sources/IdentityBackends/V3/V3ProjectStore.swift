import Convergence
import IdentityModel
import KeystoneClient
import Texts

/// The projects of the domains that are looked into, which a seed may call tenants.
struct V3ProjectStore: ResourceStore, ResourceUpdater {
  let client: V3Client
  let domains: V3Domains
  /// Who knows the IDs of those that others are below.
  let known: V3Projects
  let listed: V3Listed?

  func list() async throws(BackendFailure) -> [Live<Tenant>] {
    var projects: [V3Project] = []
    var rows: [Live<Tenant>] = []
    for domain in try await domains.known() {
      let found = try await translated(await client.projects(ofDomain: domain.id))
      rows += found.live(in: domain.name)
      projects += found
    }
    await known.note(rows)
    await listed?.note { [projects] in $0.projects = projects }
    return rows
  }

  func rows(like project: Tenant) async throws(BackendFailure) -> [Live<Tenant>]? {
    let domainID = try await domains.id(of: project.name.domain)
    return try await translated(
      await client.projects(ofDomain: domainID, named: project.name.text)
    ).live(in: project.name.domain)
  }

  /// Keystone leaves it to the database.
  var comparesNames: Bool { true }

  func create(_ project: Tenant) async throws(BackendFailure) -> String {
    let domainID = try await domains.id(of: project.name.domain)
    var parentID: String?
    if let parent = project.parent {
      let name = QualifiedName(parent, of: project.name.domain)
      parentID = try await known.id(of: name, inDomain: domainID)
    }
    let new = V3NewProject(
      name: project.name.text,
      domainID: domainID,
      parentID: parentID,
      description: project.description,
      enabled: project.enabled,
      tags: project.tags?.sortedTexts,
      options: project.options.json
    )
    let id = try await translated(await client.createProject(new).id)
    await known.note(project.name, id: id)
    return id
  }

  func update(
    _ project: Tenant,
    id: String,
    _ fields: Set<Field>
  ) async throws(BackendFailure) {
    let update = V3ProjectUpdate(
      name: fields.contains(.name) ? project.name.text : nil,
      description: fields.contains(.description) ? .setting(project.description) : nil,
      enabled: fields.contains(.enabled) ? project.enabled : nil,
      tags: fields.contains(.tags) ? project.tags?.sortedTexts : nil,
      options: project.options.json(of: fields)
    )
    try await translated(await client.updateProject(id: id, update))
    if fields.contains(.name) { await known.note(project.name, id: id) }
  }

  func delete(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteProject(id: id))
  }

  var updater: (any ResourceUpdater<Tenant>)? { self }
}

extension Set<ExactText> {
  fileprivate var sortedTexts: [String] { sorted().map(\.text) }
}

extension [V3Project] {
  /// The projects of one domain, each with the name of the one that it is below.
  fileprivate func live(in domain: Name?) -> [Live<Tenant>] {
    let parents = Set(lazy.compactMap(\.parentProjectID))
    guard !parents.isEmpty else { return map { $0.live(in: domain, below: nil) } }
    let names = Dictionary(
      lazy.filter { parents.contains($0.id) }.map { ($0.id, Name($0.name)) }
    ) { first, _ in first }
    return map { project in
      project.live(in: domain, below: project.parentProjectID.flatMap { names[$0] })
    }
  }
}

extension V3Project {
  fileprivate func live(in domain: Name?, below parent: Name?) -> Live<Tenant> {
    Live(
      id: id,
      Tenant(
        name: QualifiedName(Name(name), of: domain),
        description: description,
        parent: parent,
        enabled: enabled,
        tags: Set(tags.map { ExactText($0) }),
        options: ResourceOptions(options)
      )
    )
  }
}
