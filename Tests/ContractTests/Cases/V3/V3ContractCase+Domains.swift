import KeystoneClient
import Testing

extension V3ContractCase {
  static let domains = [
    V3ContractCase("a domain is made with what is left out, and named once") { keystone in
      let name = uniqueName()
      let domain = try await keystone.make("domain", ["name": .string(" \(name) ")])
      #expect(domain["name"].text == name)
      #expect(domain["enabled"] == true)
      #expect(domain["description"] == "")
      if keystone.release != .pike { #expect(domain["tags"] == []) }
      let path = "/domains/\(domain["id"].text)"
      #expect(try await keystone.answers(200, .get, path)["domain"] == domain)
      #expect(try await keystone.list("/domains?name=\(name)") == [domain])
      let taken: JSON = ["domain": ["name": domain["name"]]]
      try await keystone.refuses(409, .post, "/domains", taken)
      let project = try await keystone.answers(200, .get, "/projects/\(domain["id"].text)")
      #expect(project["project"]["is_domain"] == true)
      #expect(project["project"]["parent_id"] == .null)
      try await keystone.delete(domain: domain)
      try await keystone.refuses(404, .get, path)
      try await keystone.refuses(404, .delete, path)
    },
    V3ContractCase("a domain that breaks the schema is 400") { keystone in
      let long = JSON.string(String(repeating: "d", count: 65))
      let bodies: [JSON] = [
        [:], ["name": ""], ["name": long], ["name": 5], ["name": "x", "description": 5],
      ]
      for body in bodies {
        try await keystone.refuses(400, .post, "/domains", ["domain": body])
      }
      try await keystone.refuses(400, .post, "/domains", ["name": "x"])
    },
    V3ContractCase("a domain is switched off before it is deleted, with all that is in it") {
      keystone in
      let domain = try await keystone.make("domain")
      let own: [String: JSON] = ["domain_id": domain["id"]]
      let project = try await keystone.make("project", own)
      let child = try await keystone.make(
        "project",
        own.merging(["parent_id": project["id"]]) { $1 }
      )
      let user = try await keystone.make("user", own)
      let group = try await keystone.make("group", own)
      let role = try await keystone.make("role", own)
      let path = "/domains/\(domain["id"].text)"
      let words = "Cannot delete a domain that is enabled, please disable it first."
      let reply = try await keystone.refuses(403, .delete, path)
      #expect(reply["error"]["message"].text.hasSuffix(words))
      try await keystone.delete(domain: domain)
      let gone = [("project", project), ("project", child), ("user", user), ("group", group)]
      for (kind, object) in gone {
        try await keystone.refuses(404, .get, "/\(kind)s/\(object["id"].text)")
      }
      // Its roles stay behind.
      try await keystone.answers(200, .get, "/roles/\(role["id"].text)")
      try await keystone.answers(204, .delete, "/roles/\(role["id"].text)")
    },
    V3ContractCase("a domain changes its name, unless another has it") { keystone in
      let one = try await keystone.make("domain")
      let two = uniqueName()
      let path = "/domains/\(one["id"].text)"
      let change: JSON = ["domain": ["name": .string(two), "description": "Two"]]
      let changed = try await keystone.answers(200, .patch, path, change)["domain"]
      #expect(changed["id"] == one["id"])
      #expect(changed["name"].text == two)
      #expect(changed["description"] == "Two")
      let other = try await keystone.make("domain")
      let taken: JSON = ["domain": ["name": .string(two)]]
      try await keystone.refuses(409, .patch, "/domains/\(other["id"].text)", taken)
      try await keystone.refuses(404, .patch, "/domains/nosuch", taken)
      try await keystone.delete(domain: one)
      try await keystone.delete(domain: other)
    },
  ]
}
