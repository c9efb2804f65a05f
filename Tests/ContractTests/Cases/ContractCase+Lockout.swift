import KeystoneClient
import Testing

extension ContractCase {
  private static func lockoutCase(
    _ name: String,
    setting: Setting = .lockout,
    _ check: @escaping @Sendable (Keystone) async throws -> Void
  ) -> ContractCase {
    ContractCase(name, setting: setting, check)
  }

  static let lockout = [
    lockoutCase("two failed logins lock an account, even for the right password") { keystone in
      let user = try await keystone.makeUser(["password": "p"])
      try await keystone.login(user, "p", .succeeds)
      try await keystone.login(user, "x", .refused)
      try await keystone.login(user, "x", .refused)
      try await keystone.login(user, "x", .locked)
      try await keystone.login(user, "p", .locked)
      let shown = try await keystone.answers(200, .get, "/users/\(user["id"].text)")["user"]
      #expect(shown == user)
    },
    lockoutCase("a login in between begins the count anew") { keystone in
      let user = try await keystone.makeUser(["password": "p"])
      for _ in 1...3 {
        try await keystone.login(user, "x", .refused)
        try await keystone.login(user, "p", .succeeds)
      }
    },
    lockoutCase("a lock runs out, and the next failure is the first", setting: .lockoutThatEnds) {
      keystone in
      let user = try await keystone.makeUser(["password": "p"])
      try await keystone.login(user, "x", .refused)
      try await keystone.login(user, "x", .refused)
      // No login shows the lock here: on a slow machine it may be over before.
      try await Task.sleep(for: .seconds(3))
      try await keystone.login(user, "x", .refused)
      try await keystone.login(user, "p", .succeeds)
    },
    lockoutCase("whatever is changed of an enabled user unlocks the account") { keystone in
      let user = try await keystone.makeUser(["password": "p"])
      let path = "/users/\(user["id"].text)"
      let changes: [(String, JSON)] = [
        (path, ["email": "x@example.com"]), (path, ["enabled": true]),
        (path + "/OS-KSADM/password", ["password": "p"]), (path, ["password": "p"]),
      ]
      for (path, change) in changes {
        try await keystone.login(user, "x", .refused)
        try await keystone.login(user, "x", .refused)
        try await keystone.login(user, "p", .locked)
        try await keystone.answers(200, .put, path, ["user": change])
        try await keystone.login(user, "p", .succeeds)
      }
    },
    lockoutCase("failures of a disabled account count, and its changes do not unlock it") {
      keystone in
      let user = try await keystone.makeUser(["password": "p"])
      try await keystone.login(user, "x", .refused)
      let path = "/users/\(user["id"].text)"
      try await keystone.answers(200, .put, path, ["user": ["enabled": false]])
      try await keystone.login(user, "p", .disabled)
      try await keystone.login(user, "x", .refused)
      try await keystone.login(user, "p", .locked)
      try await keystone.answers(200, .put, path, ["user": ["email": "x"]])
      try await keystone.login(user, "p", .locked)
      try await keystone.answers(200, .put, path, ["user": ["enabled": true]])
      try await keystone.login(user, "p", .succeeds)
    },
    lockoutCase("whoever has no password is locked as well, and a null counts") { keystone in
      let user = try await keystone.makeUser()
      try await keystone.login(user, "x", .refused)
      try await keystone.login(user, .null, .refused)
      try await keystone.login(user, "x", .locked)
    },
    lockoutCase("a wrong original password is a failed login, over either version") { keystone in
      let member = try await keystone.makeMember()
      let token = Keystone.Token.issued(try await keystone.token(member))
      let body: JSON = ["user": ["original_password": "x", "password": "n"]]
      let path = "/OS-KSCRUD/users/\(member.userID)"
      try await keystone.refuses(401, .patch, path, body, on: .public, token: token)
      try await keystone.changePassword(of: member.user, from: "x", to: "n", 401)
      try await keystone.login(member.user, .string(member.password), .locked)
      let locked = try await keystone.refuses(401, .patch, path, body, on: .public, token: token)
      let words = Keystone.Login.locked.message(member.userID)
      #expect(locked["error"]["message"].text == words)
      let refused = try await keystone.changePassword(of: member.user, from: "x", to: "n", 401)
      #expect(refused["error"]["message"].text == words)
    },
    lockoutCase("a token outlives the lock of its user") { keystone in
      let member = try await keystone.makeMember()
      let token = Keystone.Token.issued(try await keystone.token(member))
      try await keystone.login(member.user, "x", .refused)
      try await keystone.login(member.user, "x", .refused)
      try await keystone.answers(200, .get, "/tenants", on: .public, token: token)
    },
  ]
}
