/// `/OS-KSCRUD`: changing one's own password, on the public app.
enum OwnPasswordRoutes {
  static let all = [
    Route(
      "PATCH",
      ["OS-KSCRUD", "users", .user],
      on: [.public],
      action: "set_user_password",
      body: .required("user"),
      change
    )
  ]

  /// Sets the password, revokes every token the user has, and answers with a new one.
  ///
  /// Without a good token the answer is 404, not 401: the route looks the token up by itself.
  private static func change(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    guard let sent = call.body.object else { throw .unexpected }
    guard let tokenID = call.caller.tokenID else { throw .notFound("No token in the request") }
    let token = try state.validated(tokenID, call.now)
    guard token.userID == call[.user] else {
      throw .forbidden("You are not authorized to perform the requested action.")
    }
    guard let original = sent["original_password"], original != .null else {
      throw .missing("original password", in: "user")
    }
    let user = try state.authenticate(.id(token.userID), original.string, now: call.now)
    guard !user.mustChangePassword else { throw .passwordExpired(user.id) }
    guard let password = sent["password"], password.string != nil else { throw .unexpected }
    let updated = try state.updateUser(user.id, ["password": password])
    // The route sets it as an administrator would, so that it has to be changed once more: done,
    // but there is no token to be had for it.
    guard !updated.mustChangePassword else { throw .unexpected }
    let renewed = try state.issueToken(
      for: updated,
      in: token.tenantID,
      now: call.now,
      following: token
    )
    return .document(try state.access(renewed))
  }
}
