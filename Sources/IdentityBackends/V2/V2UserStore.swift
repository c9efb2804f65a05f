import Convergence
import IdentityModel
import KeystoneClient

/// The users.
struct V2UserStore: ResourceStore, ResourceUpdater {
  let client: KeystoneClient

  func list() async throws(BackendFailure) -> [UserRow] {
    try await translated(await client.users()).map { record in
      UserRow(
        id: record.id,
        user: User(
          name: QualifiedName(record.name),
          email: record.emailText,
          enabled: record.enabled
        ),
        tenantID: record.tenantID,
        isReadOnly: !record.hasDatabaseID
      )
    }
  }

  func create(_ draft: UserWrite) async throws(BackendFailure) -> String {
    let new = NewUser(
      name: draft.user.name.text,
      password: draft.password,
      email: draft.user.email,
      tenantID: draft.tenantID,
      enabled: draft.user.enabled
    )
    return try await translated(await client.createUser(new).id)
  }

  /// One request for all that changes: the handler of `PUT /users/{id}` takes a password too.
  func update(
    _ draft: UserWrite,
    id: String,
    _ fields: Set<Field>
  ) async throws(BackendFailure) {
    let update = UserUpdate(
      name: fields.contains(.name) ? draft.user.name.text : nil,
      email: fields.contains(.email) ? draft.user.email : nil,
      tenantID: fields.contains(.tenant) ? draft.tenantID : nil,
      enabled: fields.contains(.enabled) ? draft.user.enabled : nil,
      password: fields.contains(.password) ? draft.password : nil
    )
    try await translated(await client.updateUser(id: id, update))
  }

  func delete(id: String) async throws(BackendFailure) {
    try await translated(await client.deleteUser(id: id))
  }

  var updater: (any ResourceUpdater<UserWrite>)? { self }
}
