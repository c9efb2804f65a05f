import KeystoneClient
import Testing

extension V3ContractCase {
  static let roles = [
    V3ContractCase("a role is made, changed and deleted, and named once") { keystone in
      let name = uniqueName()
      let role = try await keystone.make("role", ["name": .string(" \(name)")])
      #expect(role["name"].text == " \(name)")
      #expect(role["domain_id"] == .null)
      if keystone.release != .pike { #expect(role["description"] == .null) }
      let path = "/roles/\(role["id"].text)"
      #expect(try await keystone.answers(200, .get, path)["role"] == role)
      #expect(try await keystone.list("/roles?name=%20\(name)") == [role])
      try await keystone.refuses(409, .post, "/roles", ["role": ["name": role["name"]]])
      let change: JSON = ["role": ["name": .string(name)]]
      #expect(try await keystone.answers(200, .patch, path, change)["role"]["name"].text == name)
      let other = try await keystone.make("role")
      try await keystone.refuses(409, .patch, path, ["role": ["name": other["name"]]])
      try await keystone.refuses(404, .patch, "/roles/nosuch", change)
      try await keystone.answers(204, .delete, path)
      try await keystone.refuses(404, .get, path)
      try await keystone.refuses(404, .delete, path)
      let long = JSON.string(String(repeating: "r", count: 256))
      for body in [[:], ["name": ""], ["name": long], ["name": 5]] as [JSON] {
        try await keystone.refuses(400, .post, "/roles", ["role": body])
      }
    },
    V3ContractCase("a domain's roles are beside the global ones, of the same name too") {
      keystone in
      let domain = try await keystone.make("domain")
      let global = try await keystone.make("role")
      let own = try await keystone.make(
        "role",
        ["name": global["name"], "domain_id": domain["id"]]
      )
      #expect(own["domain_id"] == domain["id"])
      let name = global["name"].text
      #expect(try await keystone.list("/roles?name=\(name)") == [global])
      let ofDomain = try await keystone.list("/roles?domain_id=\(domain["id"].text)")
      #expect(ofDomain == [own])
      let path = "/roles/\(own["id"].text)"
      try await keystone.refuses(400, .patch, path, ["role": ["domain_id": "default"]])
      try await keystone.answers(204, .delete, path)
      try await keystone.delete(domain: domain)
    },
    V3ContractCase("what a bootstrap made is immutable", of: .ofToday) { keystone in
      let names =
        keystone.release == .current
        ? ["reader", "member", "manager", "admin", "service"] : ["reader", "member", "admin"]
      for name in names {
        let role = try await keystone.role(name)
        #expect(role["options"] == ["immutable": true])
        let path = "/roles/\(role["id"].text)"
        try await keystone.refuses(403, .patch, path, ["role": ["description": "x"]])
        try await keystone.refuses(403, .delete, path)
      }
    },
  ]

  static let implications = [
    V3ContractCase("a role implies another once: again is 409") { keystone in
      let one = try await keystone.make("role")
      let two = try await keystone.make("role")
      let path = "/roles/\(one["id"].text)/implies/\(two["id"].text)"
      try await keystone.answers(404, .head, path)
      let made = try await keystone.answers(201, .put, path)["role_inference"]
      #expect(made["prior_role"]["id"] == one["id"])
      #expect(made["implies"]["id"] == two["id"])
      try await keystone.refuses(409, .put, path)
      try await keystone.answers(204, .head, path)
      let shown = try await keystone.answers(200, .get, "/roles/\(one["id"].text)/implies")
      #expect(
        shown["role_inference"]["implies"].elements.map { $0["id"] } == [two["id"]]
      )
      let all = try await keystone.answers(200, .get, "/role_inferences")["role_inferences"]
      let own = all.elements.filter { $0["prior_role"]["id"] == one["id"] }
      #expect(own.flatMap { $0["implies"].elements }.map { $0["id"] } == [two["id"]])
      // A circle is taken.
      try await keystone.answers(
        201,
        .put,
        "/roles/\(two["id"].text)/implies/\(one["id"].text)"
      )
      try await keystone.answers(204, .delete, path)
      try await keystone.refuses(404, .delete, path)
      try await keystone.refuses(404, .put, "/roles/\(one["id"].text)/implies/nosuch")
      try await keystone.answers(204, .delete, "/roles/\(one["id"].text)")
    },
    V3ContractCase("nothing implies the administrator, nor a global role a domain's") { keystone in
      let role = try await keystone.make("role")
      let admin = try await keystone.role("admin")
      let path = "/roles/\(role["id"].text)/implies/"
      try await keystone.refuses(403, .put, path + admin["id"].text)
      let domain = try await keystone.make("domain")
      let own = try await keystone.make("role", ["domain_id": domain["id"]])
      try await keystone.refuses(403, .put, path + own["id"].text)
      try await keystone.answers(
        201,
        .put,
        "/roles/\(own["id"].text)/implies/\(role["id"].text)"
      )
      try await keystone.answers(204, .delete, "/roles/\(own["id"].text)")
      try await keystone.delete(domain: domain)
    },
    V3ContractCase("a token has the roles that others imply, and never a domain's") { keystone in
      let domain = try await keystone.make("domain")
      let own = try await keystone.make("role", ["domain_id": domain["id"]])
      let global = try await keystone.make("role")
      let id = domain["id"].text
      let member = try await keystone.makeMember(of: "domain", id, roles: [own])
      let password = JSON.string(member.password)
      try await keystone.refusesLogin(member.user, password, scope: member.scope)
      let path = "/roles/\(own["id"].text)/implies/\(global["id"].text)"
      try await keystone.answers(201, .put, path)
      let login = try await keystone.logIn(
        keystone.credentials(member.user, password, scope: member.scope)
      )
      #expect(login.document["roles"].elements.map { $0["id"] } == [global["id"]])
      try await keystone.delete(domain: domain)
      try await keystone.answers(204, .delete, "/roles/\(own["id"].text)")
    },
  ]
}
