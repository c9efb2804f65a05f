import KeystoneClient
import Testing

extension ContractCase {
  static let users = [
    ContractCase("a user is made with 200 and without the password") { keystone in
      let name = uniqueName()
      let user = try await keystone.makeUser(["name": .string(name), "password": "secret"])
      let expected: JSON = [
        "id": user["id"], "name": .string(name), "username": .string(name), "enabled": true,
        "options": [:],
      ]
      #expect(user == expected)
      #expect(try await keystone.answers(200, .get, "/users/\(user["id"].text)")["user"] == user)
      let list = try await keystone.answers(200, .get, "/users")
      #expect(list.body.keys == ["users"])
      #expect(list["users"].elements.contains(user))
    },
    ContractCase("a user keeps what was sent, whatever its type") { keystone in
      let user = try await keystone.makeUser([
        "id": "ignored", "email": 5, "description": nil, "my-attr": [1], "tenant_id": "extra",
        "enabled": false, "tenantId": nil,
      ])
      #expect(
        user.keys == [
          "id", "name", "username", "enabled", "options", "email", "description", "my_attr",
          "tenant_id",
        ]
      )
      #expect(user["id"] != "ignored")
      #expect(user["email"] == 5)
      #expect(user["enabled"] == false)
    },
    ContractCase("username stands for the name, or is an attribute beside it") { keystone in
      let name = uniqueName()
      let reply = try await keystone.answers(
        200,
        .post,
        "/users",
        ["user": ["username": .string(name)]]
      )
      #expect(reply["user"]["name"] == .string(name))
      #expect(reply["user"]["username"] == .string(name))
      let both = try await keystone.makeUser(["username": "shown"])
      #expect(both["username"] == "shown")
      #expect(both["name"] != "shown")
      let renamed = try await keystone.answers(
        200,
        .put,
        "/users/\(reply["user"]["id"].text)",
        ["user": ["username": .string(name + "2")]]
      )
      #expect(renamed["user"]["name"] == .string(name + "2"))
    },
    ContractCase("user names are trimmed, then unique, code point by code point") { keystone in
      let name = uniqueName("é")
      let user = try await keystone.makeUser(["name": .string(" \(name)\u{2003}")])
      #expect(user["name"] == .string(name))
      try await keystone.refuses(409, .post, "/users", ["user": ["name": .string(name)]])
      try await keystone.answers(
        200,
        .post,
        "/users",
        ["user": ["name": .string(name.replacing("é", with: "e\u{301}"))]]
      )
      let other = try await keystone.makeUser()
      try await keystone.refuses(
        409,
        .put,
        "/users/\(other["id"].text)",
        ["user": ["name": .string(name)]]
      )
      try await keystone.answers(
        200,
        .put,
        "/users/\(user["id"].text)",
        ["user": ["name": .string(name)]]
      )
    },
    ContractCase("a user's attributes are validated") { keystone in
      let bad: [JSON] = [
        nil, [], "x", [:], ["name": ""], ["name": "  "], ["name": nil], ["name": 5],
        ["name": "x", "username": ""],
        ["name": "x", "enabled": nil], ["name": "x", "enabled": "no"], ["name": "x", "enabled": 0],
        ["name": "x", "password": 5], ["name": "x", "description": 5],
        ["name": "x", "tenantId": ""], ["name": "x", "tenantId": "a b"],
        ["name": .string(String(repeating: "n", count: 256))],
      ]
      for user in bad {
        try await keystone.refuses(400, .post, "/users", ["user": user])
      }
      try await keystone.refuses(
        404,
        .post,
        "/users",
        ["user": ["name": .string(uniqueName()), "tenantId": "nope"]]
      )
    },
    ContractCase("an update changes what is sent and shows extras twice") { keystone in
      let user = try await keystone.makeUser(["email": "old"])
      let path = "/users/\(user["id"].text)"
      let nothing = try await keystone.answers(200, .put, path, ["user": [:]])
      #expect(nothing["user"] == user.with(["extra": ["email": "old"]]))
      let reply = try await keystone.answers(
        200,
        .put,
        path,
        ["user": ["email": "new", "my-attr": 1, "id": user["id"]]]
      )
      let expected = user.with(["email": "new", "my-attr": 1])
      #expect(reply["user"] == expected.with(["extra": ["email": "new", "my-attr": 1]]))
      #expect(try await keystone.answers(200, .get, path)["user"] == expected)
    },
    ContractCase("an update is validated, and neither moves nor renumbers a user") { keystone in
      let user = try await keystone.makeUser()
      let path = "/users/\(user["id"].text)"
      for bad: JSON in [
        ["id": "other"], ["domain_id": "other"], ["name": ""], ["enabled": nil], ["password": 5],
        ["tenantId": ""], "x",
      ] {
        try await keystone.refuses(400, .put, path, ["user": bad])
      }
      try await keystone.refuses(404, .put, path, ["user": ["tenantId": "nope"]])
      try await keystone.refuses(404, .put, "/users/nope", ["user": [:]])
      try await keystone.refuses(404, .post, path, ["user": [:]])
    },
    ContractCase("enabled has a route that requires it and takes the rest along") { keystone in
      let user = try await keystone.makeUser()
      for path in ["enabled", "OS-KSADM/enabled"] {
        let path = "/users/\(user["id"].text)/\(path)"
        let off = try await keystone.answers(
          200,
          .put,
          path,
          ["user": ["enabled": false, "email": .string(path)]]
        )
        #expect(off["user"]["enabled"] == false)
        #expect(off["user"]["email"] == .string(path))
        try await keystone.refuses(400, .put, path, ["user": [:]])
        try await keystone.refuses(400, .put, path, ["user": ["enabled": "no"]])
      }
      try await keystone.refuses(404, .put, "/users/nope/enabled", ["user": ["enabled": true]])
    },
    ContractCase("the password has a route that requires nothing") { keystone in
      let user = try await keystone.makeUser(["password": "old"])
      func logIn(_ password: JSON, _ status: Int) async throws {
        let credentials: JSON = ["userId": user["id"], "password": password]
        try await keystone.answers(
          status,
          .post,
          "/tokens",
          ["auth": ["passwordCredentials": credentials]],
          token: .none
        )
      }
      let path = "/users/\(user["id"].text)"
      try await keystone.answers(200, .put, "\(path)/password", ["user": [:]])
      try await logIn("old", 200)
      for (path, key) in [
        ("\(path)/OS-KSADM/password", "password"), ("\(path)/password", "OS-KSADM:password"),
        (path, "password"),
      ] {
        let password = JSON.string(uniqueName())
        try await keystone.answers(200, .put, path, ["user": [key: password]])
        try await logIn(password, 200)
      }
      try await logIn("old", 401)
      try await keystone.answers(200, .put, path, ["user": ["password": ""]])
      try await logIn("", 200)
      try await keystone.answers(200, .put, path, ["user": ["password": nil]])
      try await logIn("", 401)
      try await keystone.refuses(404, .put, "/users/nope/password", ["user": ["password": "x"]])
    },
    ContractCase("OS-KSADM:password counts at creation, but not on the user's own route") {
      keystone in
      let user = try await keystone.makeUser(["OS-KSADM:password": "first"])
      try await keystone.answers(
        200,
        .put,
        "/users/\(user["id"].text)",
        ["user": ["OS-KSADM:password": "second"]]
      )
      for (password, status) in [("first", 200), ("second", 401)] {
        let credentials: JSON = ["userId": user["id"], "password": .string(password)]
        try await keystone.answers(
          status,
          .post,
          "/tokens",
          ["auth": ["passwordCredentials": credentials]],
          token: .none
        )
      }
    },
    ContractCase("a user without a password can't log in, not even with an empty one") {
      keystone in
      for attributes: [String: JSON] in [[:], ["password": nil]] {
        let user = try await keystone.makeUser(attributes)
        let credentials: JSON = ["userId": user["id"], "password": ""]
        try await keystone.refuses(
          401,
          .post,
          "/tokens",
          ["auth": ["passwordCredentials": credentials]],
          token: .none
        )
      }
    },
    ContractCase("a user is found by name in an object of its own, an empty name nowhere") {
      keystone in
      let user = try await keystone.makeUser()
      let reply = try await keystone.answers(200, .get, "/users?name=\(user["name"].text)")
      #expect(reply.body == ["user": user])
      try await keystone.refuses(404, .get, "/users?name=\(uniqueName())")
      try await keystone.refuses(404, .get, "/users?name=")
    },
    ContractCase("a deleted user is gone with its grants") { keystone in
      let member = try await keystone.makeMember()
      try await keystone.answers(204, .delete, "/users/\(member.userID)")
      try await keystone.refuses(404, .get, "/users/\(member.userID)")
      try await keystone.refuses(404, .delete, "/users/\(member.userID)")
      let users = try await keystone.answers(200, .get, "/tenants/\(member.tenantID)/users")
      #expect(users["users"] == [])
      try await keystone.refuses(404, .delete, member.grantPath)
    },
  ]
}
