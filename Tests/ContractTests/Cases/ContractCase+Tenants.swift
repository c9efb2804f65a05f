import KeystoneClient
import Testing

extension ContractCase {
  static let tenants = [
    ContractCase("a tenant is made with 200 and its defaults") { keystone in
      let name = uniqueName()
      let tenant = try await keystone.makeTenant(["name": .string(name)])
      let expected: JSON = [
        "id": tenant["id"], "name": .string(name), "description": "", "enabled": true,
      ]
      #expect(tenant == expected)
      #expect(tenant["id"].text.wholeMatch(of: /[0-9a-f]{32}/) != nil)
      let reply = try await keystone.answers(200, .get, "/tenants/\(tenant["id"].text)")
      #expect(reply.body == ["tenant": expected])
    },
    ContractCase("a tenant keeps attributes that nobody knows") { keystone in
      let sent: [String: JSON] = [
        "description": nil, "enabled": false, "colour": "red", "my-attr": ["a": [1, nil]],
        "domain_id": "ignored",
      ]
      let tenant = try await keystone.makeTenant(sent)
      #expect(tenant.keys == ["id", "name", "description", "enabled", "colour", "my_attr"])
      #expect(tenant["description"] == .null)
      #expect(tenant["enabled"] == false)
      #expect(tenant["my_attr"] == ["a": [1, nil]])
    },
    ContractCase("a tenant's id may be chosen, and a taken one is a conflict") { keystone in
      let id = uniqueName().replacing("-", with: "0")
      #expect(try await keystone.makeTenant(["id": .string(id)])["id"] == .string(id))
      for taken in [id] {
        try await keystone.refuses(
          409,
          .post,
          "/tenants",
          ["tenant": ["name": .string(uniqueName()), "id": .string(taken)]]
        )
      }
      for bad: JSON in ["a b", "", "ü"] {
        try await keystone.refuses(
          400,
          .post,
          "/tenants",
          ["tenant": ["name": .string(uniqueName()), "id": bad]]
        )
      }
    },
    ContractCase("tenant names are trimmed, then unique, code point by code point") { keystone in
      let name = uniqueName("é")
      let made = try await keystone.makeTenant(["name": .string(" \u{A0}\(name)\n")])
      #expect(made["name"] == .string(name))
      for taken in [name, " \(name) "] {
        try await keystone.refuses(
          409,
          .post,
          "/tenants",
          ["tenant": ["name": .string(taken)]]
        )
      }
      for other in [name.uppercased(), name.replacing("é", with: "e\u{301}")] {
        try await keystone.answers(200, .post, "/tenants", ["tenant": ["name": .string(other)]])
      }
    },
    ContractCase("a tenant's attributes are validated") { keystone in
      let long = String(repeating: "é", count: 64)
      let bad: [JSON] = [
        [:], ["description": "x"], ["name": nil], ["name": 5], ["name": ""], ["name": " \u{A0}"],
        ["name": .string(long + "x")], ["name": "x", "enabled": nil],
        ["name": "x", "enabled": "true"], ["name": "x", "enabled": 1],
        ["name": "x", "description": 5], ["name": "x", "is_domain": false],
      ]
      for tenant in bad {
        try await keystone.refuses(400, .post, "/tenants", ["tenant": tenant])
      }
      let fits = uniqueName(String(repeating: "é", count: 45))
      #expect(fits.unicodeScalars.count <= 64)
      try await keystone.answers(200, .post, "/tenants", ["tenant": ["name": .string(fits)]])
    },
    ContractCase("a validation message echoes what was sent, over several lines") { keystone in
      let reply = try await keystone.refuses(
        400,
        .post,
        "/users",
        ["user": ["name": "x", "password": ["hunter2"]]],
        token: .none
      )
      let lines = reply["error"]["message"].text.split(separator: "\n")
      #expect(lines.count > 3)
      #expect(lines[0].hasPrefix("Invalid input for field 'password': ['hunter2'] is not of type"))
      #expect(lines[lines.count - 1].contains("hunter2"))
    },
    ContractCase("an update by POST or PUT changes what is sent and shows extras twice") {
      keystone in
      let tenant = try await keystone.makeTenant(["colour": "red"])
      let path = "/tenants/\(tenant["id"].text)"
      var expected = tenant
      for (method, change) in [
        (HTTPRequest.Method.post, JSON.object(["description": "D"])),
        (.put, ["enabled": false, "id": "another"]),
        (.post, ["name": .string(uniqueName()), "colour": nil]),
      ] {
        let reply = try await keystone.answers(200, method, path, ["tenant": change])
        expected = expected.with([:]).without("extra")
        if case .object(let members) = change.without("id") { expected = expected.with(members) }
        #expect(
          reply["tenant"] == expected.with(["extra": ["colour": expected["colour"]]])
        )
        #expect(try await keystone.answers(200, .get, path)["tenant"] == expected)
      }
      try await keystone.refuses(404, .patch, path, ["tenant": ["description": "x"]])
    },
    ContractCase("an update is validated, and refused for a taken name") { keystone in
      let tenant = try await keystone.makeTenant()
      let other = try await keystone.makeTenant()
      let path = "/tenants/\(tenant["id"].text)"
      for bad: JSON in [[:], nil, ["domain_id": "default"], ["is_domain": false], ["name": ""]] {
        try await keystone.refuses(400, .post, path, ["tenant": bad])
      }
      try await keystone.refuses(409, .post, path, ["tenant": ["name": other["name"]]])
      try await keystone.answers(200, .post, path, ["tenant": ["name": tenant["name"]]])
      try await keystone.refuses(403, .post, path, ["tenant": ["parent_id": "other"]])
      try await keystone.refuses(404, .post, "/tenants/nope", ["tenant": ["name": "x"]])
    },
    ContractCase("a tenant above others is neither deleted nor disabled") { keystone in
      let parent = try await keystone.makeTenant()
      let child = try await keystone.makeTenant(["parent_id": parent["id"]])
      let path = "/tenants/\(parent["id"].text)"
      try await keystone.refuses(403, .delete, path)
      try await keystone.refuses(403, .post, path, ["tenant": ["enabled": false]])
      try await keystone.answers(204, .delete, "/tenants/\(child["id"].text)")
      try await keystone.answers(204, .delete, path)
      try await keystone.refuses(
        404,
        .post,
        "/tenants",
        ["tenant": ["name": .string(uniqueName()), "parent_id": "nope"]]
      )
    },
    ContractCase("a tenant is found by name in an object of its own") { keystone in
      let name = uniqueName("Zürich 東京")
      let tenant = try await keystone.makeTenant(["name": .string(name)])
      let query = name.utf8.map { "%" + String($0, radix: 16) }.joined()
      #expect(
        try await keystone.answers(200, .get, "/tenants?name=\(query)").body == ["tenant": tenant]
      )
      try await keystone.refuses(404, .get, "/tenants?name=\(uniqueName())")
      let all = try await keystone.answers(200, .get, "/tenants?name=")
      #expect(all["tenants"].elements.contains(tenant))
    },
    ContractCase("tenants are listed from a marker on, up to a limit") { keystone in
      for _ in 0..<3 {
        _ = try await keystone.makeTenant()
      }
      let all = try await keystone.answers(200, .get, "/tenants")
      #expect(all.body.keys == ["tenants", "tenants_links"])
      #expect(all["tenants_links"] == [])
      let first = try await keystone.answers(200, .get, "/tenants?limit=1")["tenants"].elements
      #expect(first.count == 1)
      let rest = try await keystone.answers(
        200,
        .get,
        "/tenants?limit=2&marker=\(first[0]["id"].text)&frob=1"
      )
      #expect(rest["tenants"].elements.count == 2)
      #expect(!rest["tenants"].elements.contains(first[0]))
      #expect(try await keystone.answers(200, .get, "/tenants?limit=0")["tenants"] == [])
      for bad in ["limit=-1", "limit=abc", "limit=", "marker=nope", "marker="] {
        try await keystone.refuses(400, .get, "/tenants?\(bad)")
      }
    },
    ContractCase("a tenant's users are those with any role in it, once each") { keystone in
      let member = try await keystone.makeMember()
      let role = try await keystone.makeRole()
      let path = "/tenants/\(member.tenantID)/users"
      try await keystone.answers(
        200,
        .put,
        "\(path)/\(member.userID)/roles/OS-KSADM/\(role["id"].text)"
      )
      #expect(try await keystone.answers(200, .get, path).body == ["users": [member.user]])
      try await keystone.refuses(404, .get, "/tenants/nope/users")
    },
    ContractCase("a deleted tenant takes its grants along and is nobody's default") { keystone in
      let tenant = try await keystone.makeTenant()
      let user = try await keystone.makeUser(["tenantId": tenant["id"]])
      let path = "/tenants/\(tenant["id"].text)"
      try await keystone.answers(204, .delete, path)
      try await keystone.refuses(404, .get, path)
      try await keystone.refuses(404, .delete, path)
      let left = try await keystone.answers(200, .get, "/users/\(user["id"].text)")["user"]
      #expect(left == user.without("tenantId"))
      let refs = try await keystone.answers(200, .get, "/users/\(user["id"].text)/roleRefs")
      #expect(refs["roles"] == [])
    },
    ContractCase("the domain above all tenants is no tenant") { keystone in
      try await keystone.refuses(404, .get, "/tenants/default")
      try await keystone.refuses(404, .get, "/tenants/nope")
    },
  ]
}
