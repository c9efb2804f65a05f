import KeystoneClient
import Testing

extension ContractCase {
  static let tokens = [
    ContractCase("logging in gives a scoped or an unscoped token") { keystone in
      let member = try await keystone.makeMember()
      let scoped = try await keystone.access(member)
      #expect(scoped.keys == ["token", "user", "serviceCatalog", "metadata"])
      #expect(
        scoped["token"].keys == ["id", "expires", "issued_at", "audit_ids", "tenant"]
      )
      #expect(scoped["token"]["tenant"] == member.tenant)
      #expect(
        scoped["user"] == [
          "id": member.user["id"], "name": member.user["name"], "username": member.user["name"],
          "roles": [["name": member.role["name"]]], "roles_links": [],
        ]
      )
      #expect(scoped["metadata"] == ["is_admin": 0, "roles": [member.role["id"]]])
      let unscoped = try await keystone.access(member, scoped: false)
      #expect(unscoped["token"].keys == ["id", "expires", "issued_at", "audit_ids"])
      #expect(unscoped["user"]["roles"] == [])
      #expect(unscoped["serviceCatalog"] == [])
    },
    ContractCase("a user logs in by name or id, into a tenant by name or id") { keystone in
      let member = try await keystone.makeMember()
      let password = JSON.string(member.password)
      for who in [["username": member.user["name"]], ["userId": member.user["id"]]] {
        for scope: [String: JSON] in [
          ["tenantId": member.tenant["id"]], ["tenantName": member.tenant["name"]],
          ["tenantId": member.tenant["id"], "tenantName": "nope"],
        ] {
          let credentials = JSON.object(who).with(["password": password])
          let auth = JSON.object(["passwordCredentials": credentials]).with(scope)
          let reply = try await keystone.answers(
            200,
            .post,
            "/tokens",
            ["auth": auth],
            token: .issued("bad and ignored")
          )
          #expect(reply["access"]["token"]["tenant"]["id"] == member.tenant["id"])
        }
      }
      let both: JSON = [
        "username": member.user["name"], "userId": "nope", "password": password,
      ]
      try await keystone.answers(
        200,
        .post,
        "/tokens",
        ["auth": ["passwordCredentials": both, "tenantId": nil, "tenantName": ""]],
        token: .none
      )
    },
    ContractCase("whatever is wrong with a login is 401 in the same words") { keystone in
      let member = try await keystone.makeMember()
      let other = try await keystone.makeTenant()
      let right: JSON = ["username": member.user["name"], "password": .string(member.password)]
      let auths: [JSON] = [
        ["passwordCredentials": right.with(["password": "wrong"])],
        ["passwordCredentials": right.with(["password": nil])],
        ["passwordCredentials": right.with(["password": ""])],
        ["passwordCredentials": right.with(["username": "nope"])],
        ["passwordCredentials": right, "tenantName": "nope"],
        ["passwordCredentials": right, "tenantId": "nope"],
        ["passwordCredentials": right, "tenantId": other["id"]],
        ["token": ["id": "nope"]],
        ["token": ["id": ""]],
      ]
      for auth in auths {
        let reply = try await keystone.refuses(401, .post, "/tokens", ["auth": auth], token: .none)
        #expect(
          reply["error"]["message"] == "The request you have made requires authentication."
        )
      }
    },
    ContractCase("a disabled account is told so, but only to who knows its password") { keystone in
      let user = try await keystone.makeUser(["password": "right", "enabled": false])
      for (password, words) in [
        ("right", "The account is disabled for user: \(user["id"].text)."),
        ("wrong", "The request you have made requires authentication."),
      ] {
        let credentials: JSON = ["userId": user["id"], "password": .string(password)]
        let reply = try await keystone.refuses(
          401,
          .post,
          "/tokens",
          ["auth": ["passwordCredentials": credentials]],
          token: .none
        )
        #expect(reply["error"]["message"] == .string(words))
      }
    },
    ContractCase("a malformed login is 400") { keystone in
      let long = JSON.string(String(repeating: "x", count: 65))
      let pair: JSON = ["username": "x", "password": "x"]
      let auths: [JSON] = [
        nil, [], [:], ["x": 1], ["passwordCredentials": nil], ["token": nil], ["token": [:]],
        ["token": ["id": 5]], ["token": ["id": .string(String(repeating: "x", count: 256))]],
        ["passwordCredentials": pair.without("password")],
        ["passwordCredentials": pair.without("username")],
        ["passwordCredentials": pair.with(["username": ""])],
        ["passwordCredentials": pair.with(["username": 5])],
        ["passwordCredentials": pair.with(["username": long])],
        ["passwordCredentials": ["userId": long, "password": "x"]],
        ["passwordCredentials": pair.with(["password": 5])],
        [
          "passwordCredentials": pair.with([
            "password": .string(String(repeating: "x", count: 4097))
          ])
        ],
      ]
      for auth in auths {
        try await keystone.refuses(400, .post, "/tokens", ["auth": auth], token: .none)
      }
      try await keystone.refuses(400, .post, "/tokens", token: .none)
      try await keystone.refuses(400, .post, "/tokens", ["auth": [:], "x": 1], token: .none)
      let member = try await keystone.makeMember()
      for scope: [String: JSON] in [["tenantId": long], ["tenantName": long]] {
        let auth = JSON.object([
          "passwordCredentials": [
            "username": member.user["name"], "password": .string(member.password),
          ]
        ]).with(scope)
        try await keystone.refuses(400, .post, "/tokens", ["auth": auth], token: .none)
      }
    },
    ContractCase("a name of more than 64 characters logs in by id only") { keystone in
      let name = uniqueName(String(repeating: "n", count: 64))
      let user = try await keystone.makeUser(["name": .string(name), "password": "p"])
      for (key, value, status) in [("username", user["name"], 400), ("userId", user["id"], 200)] {
        let credentials = JSON.object([key: value, "password": "p"])
        try await keystone.answers(
          status,
          .post,
          "/tokens",
          ["auth": ["passwordCredentials": credentials]],
          token: .none
        )
      }
    },
    ContractCase("bcrypt looks at 72 bytes of a password") { keystone in
      let user = try await keystone.makeUser([
        "password": .string(String(repeating: "x", count: 80))
      ])
      for (count, status) in [(72, 200), (100, 200), (71, 401)] {
        let credentials: JSON = [
          "userId": user["id"], "password": .string(String(repeating: "x", count: count)),
        ]
        try await keystone.answers(
          status,
          .post,
          "/tokens",
          ["auth": ["passwordCredentials": credentials]],
          token: .none
        )
      }
    },
    ContractCase("a token is exchanged for one of another scope that ends with it") { keystone in
      let member = try await keystone.makeMember()
      let first = try await keystone.access(member, scoped: false)
      let auth: JSON = [
        "token": ["id": first["token"]["id"]], "tenantName": member.tenant["name"],
      ]
      let second = try await keystone.answers(
        200,
        .post,
        "/tokens",
        ["auth": auth],
        token: .none
      )["access"]
      #expect(second["token"]["tenant"] == member.tenant)
      #expect(second["token"]["expires"] == first["token"]["expires"])
      #expect(second["token"]["audit_ids"].elements.count == 2)
      #expect(
        second["token"]["audit_ids"].elements[1] == first["token"]["audit_ids"].elements[0]
      )
      #expect(second["token"]["id"] != first["token"]["id"])
    },
    ContractCase("a token is validated by the admin, not by its user") { keystone in
      let member = try await keystone.makeMember()
      let access = try await keystone.access(member)
      let id = access["token"]["id"].text
      for app in [Keystone.App.admin, .public] {
        let reply = try await keystone.answers(200, .get, "/tokens/\(id)", on: app)
        #expect(reply["access"]["token"] == access["token"])
        #expect(reply["access"]["user"] == access["user"])
      }
      let head = try await keystone.answers(200, .head, "/tokens/\(id)")
      #expect(head.response.body.isEmpty)
      try await keystone.answers(404, .head, "/tokens/nope")
      try await keystone.refuses(404, .get, "/tokens/nope")
      try await keystone.refuses(403, .get, "/tokens/\(id)", token: .issued(id))
      try await keystone.refuses(401, .get, "/tokens/\(id)", token: .none)
    },
    ContractCase("belongsTo must be the token's own tenant") { keystone in
      let member = try await keystone.makeMember()
      let scoped = try await keystone.token(member)
      let unscoped = try await keystone.token(member, scoped: false)
      let own = "?belongsTo=\(member.tenantID)"
      try await keystone.answers(200, .get, "/tokens/\(scoped)\(own)")
      try await keystone.answers(200, .head, "/tokens/\(scoped)\(own)")
      try await keystone.answers(200, .get, "/tokens/\(scoped)?belongsTo=")
      try await keystone.refuses(401, .get, "/tokens/\(scoped)?belongsTo=nope")
      try await keystone.refuses(401, .get, "/tokens/\(unscoped)\(own)")
    },
    ContractCase("a deleted token is dead at once") { keystone in
      let member = try await keystone.makeMember()
      let id = try await keystone.token(member)
      try await keystone.refuses(403, .delete, "/tokens/\(id)", token: .issued(id))
      try await keystone.answers(204, .delete, "/tokens/\(id)")
      try await keystone.refuses(404, .delete, "/tokens/\(id)")
      try await keystone.refuses(404, .get, "/tokens/\(id)")
      try await keystone.refuses(401, .get, "/tenants", on: .public, token: .issued(id))
    },
    ContractCase("a token's endpoints are the catalog as a flat list") { keystone in
      let service = try await keystone.makeService()
      let endpoint = try await keystone.makeEndpoint(of: service)
      let member = try await keystone.makeMember()
      let scoped = try await keystone.token(member)
      let reply = try await keystone.answers(200, .get, "/tokens/\(scoped)/endpoints")
      #expect(reply.body.keys == ["endpoints", "endpoints_links"])
      let own = reply["endpoints"].elements.filter { $0["type"] == service["type"] }
      #expect(
        own.map { $0.without("id") } == [
          [
            "name": service["name"], "type": service["type"], "region": endpoint["region"],
            "publicURL": "http://p", "internalURL": nil, "adminURL": nil,
          ]
        ]
      )
      try await keystone.refuses(404, .get, "/tokens/nope/endpoints")
      let unscoped = try await keystone.token(member, scoped: false)
      try await keystone.refuses(500, .get, "/tokens/\(unscoped)/endpoints")
    },
  ]
}
