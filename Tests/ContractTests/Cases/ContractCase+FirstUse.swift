import KeystoneClient
import Testing

extension ContractCase {
  private static func firstUseCase(
    _ name: String,
    _ check: @escaping @Sendable (Keystone) async throws -> Void
  ) -> ContractCase {
    ContractCase(name, setting: .firstUse, check)
  }

  static let firstUse = [
    firstUseCase("the password that a user is given opens nothing but its own change") {
      keystone in
      let user = try await keystone.makeUser(["password": "p"])
      try await keystone.login(user, "p", .expired)
      try await keystone.login(user, "x", .refused)
      let shown = try await keystone.answers(200, .get, "/users/\(user["id"].text)")["user"]
      #expect(shown == user)
      try await keystone.changePassword(of: user, from: "x", to: "own", 401)
      try await keystone.changePassword(of: user, from: "p", to: "own", 204)
      try await keystone.login(user, "own", .succeeds)
      try await keystone.login(user, "p", .refused)
    },
    firstUseCase("the same password will do for its change") { keystone in
      let user = try await keystone.makeUser(["password": "p"])
      try await keystone.changePassword(of: user, from: "p", to: "p", 204)
      try await keystone.login(user, "p", .succeeds)
    },
    firstUseCase("a password set by an administrator has to be changed once more") { keystone in
      let user = try await keystone.makeUser(["password": "p"])
      let path = "/users/\(user["id"].text)"
      try await keystone.changePassword(of: user, from: "p", to: "own", 204)
      try await keystone.answers(200, .put, path, ["user": ["email": "x"]])
      try await keystone.login(user, "own", .succeeds)
      for path in [path, path + "/OS-KSADM/password"] {
        try await keystone.answers(200, .put, path, ["user": ["password": "own"]])
        try await keystone.login(user, "own", .expired)
        try await keystone.login(user, "x", .refused)
        try await keystone.changePassword(of: user, from: "own", to: "own", 204)
      }
    },
    firstUseCase("a disabled account is said before its expired password") { keystone in
      let user = try await keystone.makeUser(["password": "p", "enabled": false])
      try await keystone.login(user, "p", .disabled)
      try await keystone.login(user, "x", .refused)
      let refused = try await keystone.changePassword(of: user, from: "p", to: "own", 401)
      #expect(
        refused["error"]["message"].text == Keystone.Login.disabled.message(user["id"].text)
      )
    },
    firstUseCase("a user without a password can't be made, with a null for one he can") {
      keystone in
      let name = JSON.string(uniqueName())
      try await keystone.refuses(500, .post, "/users", ["user": ["name": name]])
      try await keystone.refuses(404, .get, "/users?name=\(name.text)")
      let user = try await keystone.makeUser(["name": name, "password": .null])
      try await keystone.login(user, "p", .refused)
      let path = "/users/\(user["id"].text)"
      try await keystone.answers(200, .put, path, ["user": ["password": "p"]])
      try await keystone.login(user, "p", .expired)
      try await keystone.answers(200, .put, path, ["user": ["password": .null]])
      try await keystone.login(user, "p", .refused)
    },
    firstUseCase("the own change of v2.0 sets a password that has to be changed, and stumbles") {
      keystone in
      let user = try await keystone.makeUser(["password": "p"])
      try await keystone.changePassword(of: user, from: "p", to: "own", 204)
      // Tokens of the second in which a password was changed are dead.
      try await Task.sleep(for: .seconds(1))
      let credentials: JSON = ["userId": user["id"], "password": "own"]
      let token = try await keystone.answers(
        200,
        .post,
        "/tokens",
        ["auth": ["passwordCredentials": credentials]],
        token: .none
      )["access"]["token"]["id"].text
      try await keystone.refuses(
        500,
        .patch,
        "/OS-KSCRUD/users/\(user["id"].text)",
        ["user": ["original_password": "own", "password": "new"]],
        on: .public,
        token: .issued(token)
      )
      try await keystone.login(user, "new", .expired)
      try await keystone.login(user, "own", .refused)
    },
  ]
}
