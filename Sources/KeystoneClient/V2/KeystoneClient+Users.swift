extension KeystoneClient {
  /// Lists all users: of the default domain from Juno on, of all domains in Icehouse.
  ///
  /// The public app has no such route, so that this fails with
  /// ``KeystoneError/Reason/notTheAdminAPI`` rather than with too short a list.
  public func users() async throws(KeystoneError) -> [UserRecord] {
    try await list(Call(.get, "users"), "users")
  }

  /// Reads one user; a 404 where no user has that ID.
  public func user(id: String) async throws(KeystoneError) -> UserRecord {
    try await send(Call(.get, "users", id)).record("user")
  }

  /// Makes a user; a name that is taken is a 409.
  ///
  /// With a default tenant the user gets the role `_member_` there, made on the fly where it is
  /// missing (`keystone.identity.controllers`).
  public func createUser(_ user: NewUser) async throws(KeystoneError) -> UserRecord {
    let secrets = user.password.map { [$0] } ?? []
    return try await send(Call(.post, "users", body: user.json, secrets: secrets)).record("user")
  }

  /// Changes what the update sets of a user; other fields stay.
  @discardableResult
  public func updateUser(
    id: String,
    _ update: UserUpdate
  ) async throws(KeystoneError) -> UserRecord {
    guard let body = update.json else { throw KeystoneError(.nothingToSend) }
    let secrets = update.password.map { [$0] } ?? []
    return try await send(Call(.put, "users", id, body: body, secrets: secrets)).record("user")
  }

  /// Sets a user's password, which kills all tokens of that user, even if it stays the same.
  ///
  /// The key is `password` and nothing else: with `OS-KSADM:password` this route sets nothing and
  /// stores the clear text as an attribute that every later answer shows.
  public func setPassword(
    _ password: Secret,
    ofUser id: String
  ) async throws(KeystoneError) {
    let body = JSONValue.wrapped(in: "user", ["password": .string(password.exposed())])
    let call = Call(.put, "users", id, body: body, secrets: [password])
    let _: UserRecord = try await send(call).record("user")
  }

  /// Deletes a user with the role assignments and tokens.
  public func deleteUser(id: String) async throws(KeystoneError) {
    try await send(Call(.delete, "users", id)).checkIsEmptyOrDocument()
  }
}
