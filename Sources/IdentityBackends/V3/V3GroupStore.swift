import Convergence
import IdentityModel
import KeystoneClient

/// The groups of the domains that are looked into.
struct V3GroupStore: ResourceStore, ResourceUpdater {
  let client: V3Client
  let domains: V3Domains
  let listed: V3Listed?

  func list() async throws(BackendFailure) -> [Live<Group>] {
    var groups: [V3Group] = []
    var rows: [Live<Group>] = []
    let list = V3DirectoryList<V3Group>(
      kind: .group,
      client: client,
      domains: domains,
      all: { [client] id throws(KeystoneError) in try await client.groups(ofDomain: id) },
      named: { [client] id, name throws(KeystoneError) in
        try await client.groups(ofDomain: id, named: name)
      },
      name: { $0.name }
    )
    for (domain, found) in try await list.read() {
      rows += found.map { $0.live(in: domain) }
      groups += found
    }
    await listed?.note { [groups] in $0.groups = groups }
    return rows
  }

  func rows(like group: Group) async throws(BackendFailure) -> [Live<Group>]? {
    let domainID = try await domains.id(of: group.name.domain)
    return try await translated(await client.groups(ofDomain: domainID, named: group.name.text))
      .map { $0.live(in: group.name.domain) }
  }

  /// Keystone leaves it to the database.
  var comparesNames: Bool { true }

  func create(_ group: Group) async throws(BackendFailure) -> String {
    let domainID = try await domains.id(of: group.name.domain)
    let new = V3NewGroup(
      name: group.name.text,
      domainID: domainID,
      description: group.description
    )
    return try await translated(await client.createGroup(new).id)
  }

  func delete(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteGroup(id: id))
  }

  func update(_ group: Group, id: String, _ fields: Set<Field>) async throws(BackendFailure) {
    let update = V3GroupUpdate(
      name: fields.contains(.name) ? group.name.text : nil,
      description: fields.contains(.description) ? group.description : nil
    )
    try await translated(await client.updateGroup(id: id, update))
  }

  var updater: (any ResourceUpdater<Group>)? { self }
}

extension V3Group {
  fileprivate func live(in domain: Name?) -> Live<Group> {
    Live(id: id, Group(name: QualifiedName(Name(name), of: domain), description: description))
  }
}
