import KeystoneClient
import Testing

extension ContractCase {
  /// What a change does to a member's two tokens.
  ///
  /// A dead token is 404 when validated, and 401 when used; for a token whose user or tenant is
  /// gone altogether some token formats say 404 there too.
  private static func tokens(
    _ name: String,
    unscopedLives: Bool,
    scopedLives: Bool,
    after change: @escaping @Sendable (Keystone, Keystone.Member) async throws -> Void
  ) -> ContractCase {
    ContractCase("tokens: \(name)") { keystone in
      let member = try await keystone.makeMember()
      let lives = [
        (try await keystone.token(member, scoped: false), unscopedLives),
        (try await keystone.token(member), scopedLives),
      ]
      try await change(keystone, member)
      for (token, lives) in lives {
        try await keystone.answers(lives ? 200 : 404, .get, "/tokens/\(token)")
        let use = try await keystone.send(
          .get,
          "/tenants",
          on: .public,
          token: .issued(token)
        )
        #expect(lives ? use.status == 200 : [401, 404].contains(use.status))
      }
    }
  }

  static let tokenLives = [
    tokens("nothing happens", unscopedLives: true, scopedLives: true) { _, _ in },
    tokens("the user is renamed", unscopedLives: true, scopedLives: true) { keystone, member in
      let changes: JSON = ["name": .string(uniqueName()), "email": "new"]
      try await keystone.answers(200, .put, "/users/\(member.userID)", ["user": changes])
    },
    tokens("the password is set", unscopedLives: false, scopedLives: false) { keystone, member in
      try await keystone.answers(
        200,
        .put,
        "/users/\(member.userID)/OS-KSADM/password",
        ["user": ["password": "new"]]
      )
    },
    tokens("the same password is set", unscopedLives: false, scopedLives: false) {
      keystone,
      member in
      try await keystone.answers(
        200,
        .put,
        "/users/\(member.userID)",
        ["user": ["password": .string(member.password)]]
      )
    },
    tokens("the password is taken away", unscopedLives: true, scopedLives: true) {
      keystone,
      member in
      try await keystone.answers(
        200,
        .put,
        "/users/\(member.userID)",
        ["user": ["password": nil]]
      )
    },
    tokens("the user is disabled and enabled", unscopedLives: false, scopedLives: false) {
      keystone,
      member in
      for enabled in [false, true] {
        try await keystone.answers(
          200,
          .put,
          "/users/\(member.userID)/OS-KSADM/enabled",
          ["user": ["enabled": .bool(enabled)]]
        )
      }
    },
    tokens("the user is deleted", unscopedLives: false, scopedLives: false) { keystone, member in
      try await keystone.answers(204, .delete, "/users/\(member.userID)")
    },
    tokens("a role is granted", unscopedLives: true, scopedLives: true) { keystone, member in
      let role = try await keystone.makeRole()
      try await keystone.answers(
        200,
        .put,
        "/tenants/\(member.tenantID)/users/\(member.userID)/roles/OS-KSADM/\(role["id"].text)"
      )
    },
    tokens("the last role is taken away", unscopedLives: true, scopedLives: false) {
      keystone,
      member in
      try await keystone.answers(204, .delete, member.grantPath)
    },
    tokens("the only role is deleted", unscopedLives: true, scopedLives: false) {
      keystone,
      member in
      try await keystone.answers(204, .delete, "/OS-KSADM/roles/\(member.roleID)")
    },
    tokens("the tenant is disabled and enabled", unscopedLives: true, scopedLives: false) {
      keystone,
      member in
      for enabled in [false, true] {
        try await keystone.answers(
          200,
          .post,
          "/tenants/\(member.tenantID)",
          ["tenant": ["enabled": .bool(enabled)]]
        )
      }
    },
    tokens("the tenant is deleted", unscopedLives: true, scopedLives: false) { keystone, member in
      try await keystone.answers(204, .delete, "/tenants/\(member.tenantID)")
    },
    ContractCase("a granted role shows when a token is validated") { keystone in
      let member = try await keystone.makeMember()
      let token = try await keystone.token(member)
      let role = try await keystone.makeRole()
      try await keystone.answers(
        200,
        .put,
        "/tenants/\(member.tenantID)/users/\(member.userID)/roles/OS-KSADM/\(role["id"].text)"
      )
      let access = try await keystone.answers(200, .get, "/tokens/\(token)")["access"]
      let names = Set(access["user"]["roles"].elements.map { $0["name"] })
      #expect(names == [member.role["name"], role["name"]])
    },
  ]
}
