extension TokenSession {
  /// Goes on with a new password after the session's own user was given it.
  ///
  /// With `change_password_upon_first_use` the password opens nothing before its user has changed it
  /// (`keystone.identity.backends.sql`). It is changed to the same then, as its user alone can: what
  /// an administrator has set of oneself is one's own choice.
  ///
  /// - Parameters:
  ///   - password: What the user was given.
  ///   - verify: Passes a token that holds.
  ///   - choose: Changes the password of the user with that ID to the same.
  /// - Throws: ``KeystoneError`` where the password lets nobody in; that it has to be changed first,
  ///   where Keystone refuses the change, as it may (`unique_last_password_count`).
  nonisolated func goOn(
    with password: Secret,
    verifying verify: @escaping @Sendable (Secret) async throws(KeystoneError) -> Void,
    choosing choose: (_ userID: String) async throws(KeystoneError) -> Void
  ) async throws(KeystoneError) {
    let refusal: KeystoneError
    do throws(KeystoneError) {
      return try await reauthenticate(password: password, verifying: verify)
    } catch {
      refusal = error
    }
    guard refusal.refusal?.accountState == .passwordExpired, let userID = await userID else {
      throw refusal
    }
    do throws(KeystoneError) {
      try await choose(userID)
    } catch {
      throw refusal
    }
    try await reauthenticate(password: password, verifying: verify)
  }
}

extension Call {
  /// Changes a password as its user does, whom the present one lets in without a token; a route of
  /// v3 (`keystone.api.users.UserChangePasswordResource`).
  ///
  /// - Parameters:
  ///   - password: The new one.
  ///   - original: The present one.
  ///   - userID: The user.
  /// - Returns: The call, to be sent below `/v3`.
  static func choice(
    of password: Secret,
    insteadOf original: Secret,
    ofUser userID: String
  ) -> Call {
    let user: JSONObject = [
      "original_password": .string(original.exposed()), "password": .string(password.exposed()),
    ]
    return Call(
      .post,
      ["users", userID, "password"],
      body: .object(["user": .object(user)]),
      secrets: [original, password]
    )
  }
}
