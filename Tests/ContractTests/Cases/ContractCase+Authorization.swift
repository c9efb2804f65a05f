import KeystoneClient
import Testing

extension ContractCase {
  static let authorization = [
    ContractCase("no token and an unknown one are 401 with a challenge") { keystone in
      for token in [Keystone.Token.none, .issued("nope")] {
        let reply = try await keystone.refuses(401, .get, "/users", token: token)
        #expect(reply.response.header("WWW-Authenticate")?.hasPrefix("Keystone uri=\"") == true)
        #expect(reply["error"]["title"] == "Unauthorized")
      }
    },
    ContractCase("a token without the role admin is 403, and so is an unscoped one") { keystone in
      let member = try await keystone.makeMember()
      for scoped in [true, false] {
        let token = Keystone.Token.issued(try await keystone.token(member, scoped: scoped))
        for path in [
          "/users", "/tenants", "/OS-KSADM/roles", "/OS-KSADM/services", "/endpoints",
          "/users/nope", "/users/nope/roles", "/tokens/nope",
        ] {
          try await keystone.refuses(403, .get, path, token: token)
        }
      }
    },
    ContractCase("the role admin opens everything, in whichever tenant") { keystone in
      let admin = try await keystone.makeMember(role: try await keystone.adminRole())
      let token = Keystone.Token.issued(try await keystone.token(admin))
      for path in ["/users", "/tenants", "/OS-KSADM/roles", "/OS-KSADM/services", "/endpoints"] {
        try await keystone.answers(200, .get, path, token: token)
      }
      let unscoped = try await keystone.token(admin, scoped: false)
      try await keystone.refuses(403, .get, "/users", token: .issued(unscoped))
    },
    ContractCase("the schema is checked before the token, but not an endpoint's") { keystone in
      for path in ["/users", "/tenants", "/tenants/x", "/OS-KSADM/roles"] {
        let wrapper = path.contains("user") ? "user" : path.contains("role") ? "role" : "tenant"
        try await keystone.refuses(400, .post, path, [wrapper: [:]], token: .none)
      }
      try await keystone.refuses(
        400,
        .post,
        "/OS-KSADM/services",
        ["OS-KSADM:service": [:]],
        token: .none
      )
      try await keystone.refuses(400, .put, "/users/x/enabled", ["user": [:]], token: .none)
      try await keystone.refuses(401, .post, "/endpoints", ["endpoint": [:]], token: .none)
      try await keystone.refuses(401, .put, "/users/x", ["user": [:]], token: .none)
    },
    ContractCase("the admin token is nobody's: no own tenants, no own password") { keystone in
      try await keystone.refuses(401, .get, "/tenants", on: .public)
      try await keystone.refuses(
        404,
        .patch,
        "/OS-KSCRUD/users/x",
        ["user": ["password": "x", "original_password": "y"]],
        on: .public
      )
      try await keystone.refuses(404, .get, "/tokens/\(keystone.adminToken)")
    },
    ContractCase("own tenants are those with any role, disabled ones too") { keystone in
      let member = try await keystone.makeMember()
      let unscoped = Keystone.Token.issued(try await keystone.token(member, scoped: false))
      try await keystone.answers(
        200,
        .post,
        "/tenants/\(member.tenantID)",
        ["tenant": ["enabled": false]]
      )
      let own = try await keystone.answers(200, .get, "/tenants", on: .public, token: unscoped)
      #expect(own.body.keys == ["tenants", "tenants_links"])
      #expect(own["tenants"].elements == [member.tenant.with(["enabled": false])])
      let none = try await keystone.answers(
        200,
        .get,
        "/tenants?limit=0",
        on: .public,
        token: unscoped
      )
      #expect(none["tenants"] == [])
      try await keystone.refuses(401, .get, "/tenants", on: .public, token: .none)
    },
  ]
}
