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
    let list = V3DirectoryList<V3User>(
      kind: .user,
      client: client,
      domains: domains,
      all: { [client] id throws(KeystoneError) in try await client.users(ofDomain: id) },
      named: { [client] id, name throws(KeystoneError) in
        try await client.users(ofDomain: id, named: name)
      },
      name: { $0.name }
    )
    for (domain, found) in try await list.read() {
      rows += found.map { $0.row(in: domain) }
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

  /// One request, and a second one for a password that need not be changed upon its first use: Keystone
  /// looks at the option as it was before the request (`keystone.identity.backends.sql`, `create_user`).
  func create(_ draft: UserWrite) async throws(BackendFailure) -> String {
    let isFirst = draft.user.options[.ignoresFirstUse] == .flag(true)
    let domainID = try await domains.id(of: draft.user.name.domain)
    let new = V3NewUser(
      name: draft.user.name.text,
      domainID: domainID,
      password: isFirst ? nil : draft.password,
      email: draft.user.email,
      description: draft.user.description,
      defaultProjectID: draft.tenantID,
      enabled: draft.user.enabled,
      options: draft.user.options.json
    )
    let id = try await translated(await client.createUser(new).id)
    if isFirst, let password = draft.password {
      try await translated(
        await client.updateUser(id: id, V3UserUpdate(password: .value(password)))
      )
    }
    return id
  }

  /// One request for all that changes, but for a password beside the option that it need not be changed upon
  /// its first use, which comes first.
  func update(
    _ draft: UserWrite,
    id: String,
    _ fields: Set<Field>
  ) async throws(BackendFailure) {
    guard !fields.isSuperset(of: [.password, .ignoresFirstUse]) else {
      try await update(draft, id: id, [.ignoresFirstUse])
      return try await update(draft, id: id, fields.subtracting([.ignoresFirstUse]))
    }
    let update = V3UserUpdate(
      name: fields.contains(.name) ? draft.user.name.text : nil,
      email: fields.contains(.email) ? .setting(draft.user.email) : nil,
      description: fields.contains(.description) ? .setting(draft.user.description) : nil,
      defaultProjectID: fields.contains(.tenant) ? .setting(draft.tenantID) : nil,
      enabled: fields.contains(.enabled) ? draft.user.enabled : nil,
      password: fields.contains(.password) ? .setting(draft.password) : nil,
      options: draft.user.options.json(of: fields)
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
        enabled: enabled,
        options: ResourceOptions(options)
      ),
      tenantID: defaultProjectID,
      isReadOnly: !hasDatabaseID
    )
  }
}
