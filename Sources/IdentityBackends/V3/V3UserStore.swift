import Convergence
import IdentityModel
import KeystoneClient

/// The users of the domains that are looked into.
struct V3UserStore: ResourceStore, ResourceUpdater {
  let client: V3Client
  let domains: V3Domains
  let listed: V3Listed?

  func list() async throws(BackendFailure) -> [UserRow] {
    var users: [V3User] = []
    var rows: [UserRow] = []
    for domain in try await domains.known() {
      let found = try await translated(await client.users(ofDomain: domain.id))
      rows += found.map { $0.row(in: domain.name) }
      users += found
    }
    await listed?.note { [users] in $0.users = users }
    return rows
  }

  func rows(like draft: UserWrite) async throws(BackendFailure) -> [UserRow]? {
    let domainID = try await domains.id(of: draft.user.name.domain)
    return try await translated(
      await client.users(ofDomain: domainID, named: draft.user.name.text)
    ).map { $0.row(in: draft.user.name.domain) }
  }

  /// Keystone leaves it to the database.
  var comparesNames: Bool { true }

  func create(_ draft: UserWrite) async throws(BackendFailure) -> String {
    let domainID = try await domains.id(of: draft.user.name.domain)
    let new = V3NewUser(
      name: draft.user.name.text,
      domainID: domainID,
      password: draft.password,
      email: draft.user.email,
      description: draft.user.description,
      defaultProjectID: draft.tenantID,
      enabled: draft.user.enabled
    )
    return try await translated(await client.createUser(new).id)
  }

  /// One request for all that changes.
  func update(
    _ draft: UserWrite,
    id: String,
    _ fields: Set<Field>
  ) async throws(BackendFailure) {
    let update = V3UserUpdate(
      name: fields.contains(.name) ? draft.user.name.text : nil,
      email: fields.contains(.email) ? .setting(draft.user.email) : nil,
      description: fields.contains(.description) ? .setting(draft.user.description) : nil,
      defaultProjectID: fields.contains(.tenant) ? .setting(draft.tenantID) : nil,
      enabled: fields.contains(.enabled) ? draft.user.enabled : nil,
      password: fields.contains(.password) ? .setting(draft.password) : nil
    )
    try await translated(await client.updateUser(id: id, update))
  }

  func delete(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteUser(id: id))
  }

  var updater: (any ResourceUpdater<UserWrite>)? { self }
}

extension V3User {
  fileprivate func row(in domain: Name?) -> UserRow {
    UserRow(
      id: id,
      user: User(
        name: QualifiedName(Name(name), of: domain),
        description: description,
        email: emailText,
        enabled: enabled
      ),
      tenantID: defaultProjectID,
      isReadOnly: !hasDatabaseID
    )
  }
}
