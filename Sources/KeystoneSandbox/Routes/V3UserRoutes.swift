/// `POST /v3/users/{id}/password`: the one way to change a password that must be changed.
///
/// Nobody needs a token: the original password is the proof.
enum V3UserRoutes {
  static let all = [
    Route(
      "POST",
      ["users", .user, "password"],
      on: [.admin, .public],
      action: "UserV3.change_password",
      body: .required("user"),
      changePassword
    )
  ]

  private static func changePassword(
    _ state: inout SandboxState,
    _ call: Call
  ) throws(Refusal) -> Answer {
    guard let sent = call.body.object else { throw .unexpected }
    let original = try value(of: "original_password", in: sent)
    let password = try value(of: "password", in: sent)
    guard let original = original.string, let password = password.string else {
      throw .missing("string", in: "password")
    }
    let user = try state.authenticate(.id(call[.user]), original, now: call.now)
    try state.changePassword(of: user, to: password)
    return .nothing
  }

  private static func value(of key: String, in sent: JSONObject) throws(Refusal) -> JSONValue {
    guard let value = sent[key], value != .null else { throw .missing(key, in: "user") }
    return value
  }
}
