import KeystoneClient
import Testing

extension ContractCase {
  static let roles = [
    ContractCase("a role is made with 200, its name as it is") { keystone in
      let name = uniqueName(" Rôle")
      let role = try await keystone.makeRole([
        "name": .string(name), "id": "replaced", "description": "D", "my-attr": 1,
      ])
      let expected: JSON = [
        "id": role["id"], "name": .string(name), "domain_id": nil, "description": "D",
        "my_attr": 1,
      ]
      #expect(role == expected)
      #expect(role["id"] != "replaced")
      let path = "/OS-KSADM/roles/\(role["id"].text)"
      #expect(try await keystone.answers(200, .get, path)["role"] == role)
      let list = try await keystone.answers(200, .get, "/OS-KSADM/roles?name=ignored")
      #expect(list.body.keys == ["roles"])
      #expect(list["roles"].elements.contains(role))
      try await keystone.refuses(409, .post, "/OS-KSADM/roles", ["role": ["name": .string(name)]])
      try await keystone.answers(
        200,
        .post,
        "/OS-KSADM/roles",
        ["role": ["name": .string(name + " ")]]
      )
    },
    ContractCase("a role's attributes are validated") { keystone in
      for bad: JSON in [
        nil, [:], ["name": ""], ["name": " "], ["name": 5],
        ["name": .string(String(repeating: "x", count: 256))], ["name": "x", "description": nil],
        ["name": "x", "id": "a b"], ["name": "x", "id": nil],
      ] {
        try await keystone.refuses(400, .post, "/OS-KSADM/roles", ["role": bad])
      }
    },
    ContractCase("a deleted role is taken from everybody") { keystone in
      let member = try await keystone.makeMember()
      let path = "/OS-KSADM/roles/\(member.roleID)"
      try await keystone.answers(204, .delete, path)
      try await keystone.refuses(404, .delete, path)
      try await keystone.refuses(404, .get, path)
      let roles = try await keystone.answers(
        200,
        .get,
        "/tenants/\(member.tenantID)/users/\(member.userID)/roles"
      )
      #expect(roles["roles"] == [])
      let users = try await keystone.answers(200, .get, "/tenants/\(member.tenantID)/users")
      #expect(users["users"] == [])
    },
  ]
}
