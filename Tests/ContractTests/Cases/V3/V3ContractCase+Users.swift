import KeystoneClient
import Testing

extension V3ContractCase {
  static let users = [
    V3ContractCase("a user is made with what is left out, and named once in its domain") {
      keystone in
      let user = try await keystone.make("user")
      #expect(
        user.keys == [
          "id", "name", "domain_id", "enabled", "password_expires_at", "options", "links",
        ]
      )
      #expect(user["domain_id"] == "default")
      #expect(user["enabled"] == true)
      #expect(user["options"] == [:])
      #expect(user["password_expires_at"] == .null)
      let path = "/users/\(user["id"].text)"
      #expect(try await keystone.answers(200, .get, path)["user"] == user)
      try await keystone.refuses(409, .post, "/users", ["user": ["name": user["name"]]])
      let domain = try await keystone.make("domain")
      let other = try await keystone.make(
        "user",
        ["name": user["name"], "domain_id": domain["id"]]
      )
      let name = user["name"].text
      #expect(try await Set(keystone.list("/users?name=\(name)")) == [user, other])
      #expect(try await keystone.list("/users?name=\(name)&domain_id=default") == [user])
      try await keystone.answers(204, .delete, path)
      try await keystone.refuses(404, .get, path)
      try await keystone.refuses(404, .delete, path)
      try await keystone.delete(domain: domain)
    },
    V3ContractCase("whatever else is sent with a user comes back, and null with it") { keystone in
      let user = try await keystone.make(
        "user",
        ["email": "u@example.com", "description": nil, "phone": 5, "password": "p"]
      )
      #expect(user["email"] == "u@example.com")
      #expect(user["phone"] == 5)
      #expect(user.keys.contains("description"))
      #expect(!user.keys.contains("password"))
      let path = "/users/\(user["id"].text)"
      let change: JSON = ["user": ["email": nil]]
      let changed = try await keystone.answers(200, .patch, path, change)["user"]
      #expect(changed["email"] == .null)
      #expect(changed["extra"] == ["email": nil, "description": nil, "phone": 5])
      let shown = try await keystone.answers(200, .get, path)["user"]
      #expect(shown == changed.without("extra"))
      try await keystone.refuses(400, .patch, path, ["user": [:]])
    },
    V3ContractCase("a user that breaks the schema is 400, and a domain that is not there 404") {
      keystone in
      let bodies: [JSON] = [
        [:], ["name": ""], ["name": "  "], ["name": 5], ["name": "x", "password": 5],
        ["name": "x", "enabled": nil], ["name": "x", "options": ["nosuch": true]],
        ["name": "x", "options": ["ignore_password_expiry": "yes"]],
      ]
      for body in bodies {
        try await keystone.refuses(400, .post, "/users", ["user": body])
      }
      if keystone.release != .pike {
        let long = JSON.string(String(repeating: "u", count: 256))
        try await keystone.refuses(400, .post, "/users", ["user": ["name": long]])
      }
      let lost: JSON = ["name": .string(uniqueName()), "domain_id": "nosuch"]
      try await keystone.refuses(404, .post, "/users", ["user": lost])
      try await keystone.refuses(404, .patch, "/users/nosuch", ["user": ["email": "x"]])
    },
    V3ContractCase("a user stays in its domain, and takes no other one's name") { keystone in
      let one = try await keystone.make("user")
      let two = try await keystone.make("user")
      let path = "/users/\(one["id"].text)"
      try await keystone.refuses(409, .patch, path, ["user": ["name": two["name"]]])
      try await keystone.refuses(400, .patch, path, ["user": ["id": "nosuch"]])
      let domain = try await keystone.make("domain")
      try await keystone.refuses(400, .patch, path, ["user": ["domain_id": domain["id"]]])
      let name = JSON.string(uniqueName())
      let renamed = try await keystone.answers(200, .patch, path, ["user": ["name": name]])
      #expect(renamed["user"]["id"] == one["id"])
      #expect(renamed["user"]["name"] == name)
      try await keystone.delete(domain: domain)
    },
    V3ContractCase("a default project is taken as it comes, unless it is a domain", of: .ofToday) {
      keystone in
      let user = try await keystone.make("user", ["default_project_id": "nosuch"])
      #expect(user["default_project_id"] == "nosuch")
      let path = "/users/\(user["id"].text)"
      let domain: JSON = ["user": ["default_project_id": "default"]]
      try await keystone.refuses(400, .patch, path, domain)
      let none: JSON = ["user": ["default_project_id": nil]]
      let cleared = try await keystone.answers(200, .patch, path, none)["user"]
      #expect(!cleared.keys.contains("default_project_id"))
    },
    V3ContractCase("a default project gives no role") { keystone in
      let project = try await keystone.make("project")
      let user = try await keystone.make("user", ["default_project_id": project["id"]])
      let rows = try await keystone.list("/role_assignments?user.id=\(user["id"].text)")
      #expect(rows.isEmpty)
    },
    V3ContractCase("lists narrow by a part of the name, and not by what is no filter") {
      keystone in
      let name = uniqueName("Contract")
      let user = try await keystone.make("user", ["name": .string(name), "email": "x@example.com"])
      let part = String(name.dropFirst(3))
      for query in [
        "name__contains=\(part)", "name__endswith=\(part)", "name__startswith=\(name)",
        "name__icontains=\(part.uppercased())", "name__istartswith=\(name.lowercased())",
      ] {
        #expect(try await keystone.list("/users?\(query)") == [user])
      }
      #expect(try await keystone.list("/users?name=\(name)&email=nosuch") == [user])
      #expect(try await keystone.list("/users?name=\(name)&enabled=false") == [])
      #expect(try await keystone.list("/users?name=nosuch") == [])
    },
  ]

  static let userOptions = [
    V3ContractCase("options merge, and null takes one away") { keystone in
      let user = try await keystone.make(
        "user",
        [
          "options": [
            "ignore_password_expiry": true, "ignore_lockout_failure_attempts": true,
          ]
        ]
      )
      #expect(
        user["options"]
          == ["ignore_password_expiry": true, "ignore_lockout_failure_attempts": true]
      )
      let path = "/users/\(user["id"].text)"
      for (sent, wanted) in [
        (.object([:]), user["options"]),
        (
          ["ignore_password_expiry": false],
          ["ignore_password_expiry": false, "ignore_lockout_failure_attempts": true]
        ),
        (["ignore_password_expiry": nil], ["ignore_lockout_failure_attempts": true]),
      ] as [(JSON, JSON)] {
        let change: JSON = ["user": ["options": sent]]
        let changed = try await keystone.answers(200, .patch, path, change)["user"]
        #expect(changed["options"] == wanted)
      }
      let wrong: JSON = ["user": ["options": ["nosuch": nil]]]
      try await keystone.refuses(400, .patch, path, wrong)
    },
    V3ContractCase("a password that an administrator sets is not shown, and opens") { keystone in
      let user = try await keystone.make("user", ["password": "one"])
      try await keystone.logIn(keystone.credentials(user, "one"))
      let path = "/users/\(user["id"].text)"
      try await keystone.answers(200, .patch, path, ["user": ["password": "two"]])
      try await keystone.refusesLogin(user, "one")
      try await keystone.logIn(keystone.credentials(user, "two"))
      try await keystone.answers(200, .patch, path, ["user": ["password": nil]])
      try await keystone.refusesLogin(user, "two")
    },
  ]
}
