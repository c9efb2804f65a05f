import KeystoneClient
import Testing

extension V3ContractCase {
  static let projects = [
    V3ContractCase("a project is made with what is left out, and named once in its domain") {
      keystone in
      let project = try await keystone.make("project", ["colour": "red"])
      #expect(project["domain_id"] == "default")
      #expect(project["parent_id"] == "default")
      #expect(project["description"] == "")
      #expect(project["enabled"] == true)
      #expect(project["is_domain"] == false)
      if keystone.release != .pike { #expect(project["tags"] == []) }
      #expect(project["colour"] == "red")
      #expect(project.keys.contains("options") == (keystone.release != .pike))
      let path = "/projects/\(project["id"].text)"
      #expect(try await keystone.answers(200, .get, path)["project"] == project)
      let taken: JSON = ["project": ["name": project["name"]]]
      try await keystone.refuses(409, .post, "/projects", taken)
      let domain = try await keystone.make("domain")
      let other = try await keystone.make(
        "project",
        ["name": project["name"], "domain_id": domain["id"]]
      )
      #expect(other["domain_id"] == domain["id"])
      let name = project["name"].text
      let all = try await keystone.list("/projects?name=\(name)")
      #expect(Set(all) == [project, other])
      let own = try await keystone.list("/projects?name=\(name)&domain_id=default")
      #expect(own == [project])
      try await keystone.answers(204, .delete, path)
      try await keystone.refuses(404, .get, path)
      try await keystone.refuses(404, .delete, path)
      try await keystone.delete(domain: domain)
    },
    V3ContractCase("a project that breaks the schema, or is nowhere, is 400") { keystone in
      let long = JSON.string(String(repeating: "p", count: 65))
      let bodies: [JSON] = [
        [:], ["name": ""], ["name": long], ["name": 5], ["name": "x", "domain_id": "nosuch"],
        ["name": "x", "parent_id": "nosuch"],
      ]
      let tags: [JSON] = [["name": "x", "tags": ["a,b"]], ["name": "x", "tags": "a"]]
      for body in bodies + (keystone.release == .pike ? [] : tags) {
        try await keystone.refuses(400, .post, "/projects", ["project": body])
      }
    },
    V3ContractCase("a switch that is a text is a page of 500 on the newest", of: .ofToday) {
      keystone in
      for kind in ["project", "user", "domain"] {
        let sent: JSON = .object([kind: ["name": .string(uniqueName()), "enabled": "yes"]])
        let status = keystone.release == .current ? 500 : 400
        let reply = try await keystone.answers(status, .post, "/\(kind)s", sent)
        if status == 500 { #expect(reply.response.header("Content-Type") == "text/html") }
        let null: JSON = .object([kind: ["name": .string(uniqueName()), "enabled": nil]])
        try await keystone.refuses(400, .post, "/\(kind)s", null)
      }
    },
    V3ContractCase("a project changes what is sent, and shows its extras twice then") { keystone in
      let project = try await keystone.make("project", ["colour": "red", "description": "Old"])
      let path = "/projects/\(project["id"].text)"
      let name = JSON.string(uniqueName())
      let change: JSON = ["project": ["name": name, "description": nil, "size": 5]]
      let changed = try await keystone.answers(200, .patch, path, change)["project"]
      #expect(changed["name"] == name)
      #expect(changed["description"] == .null)
      #expect(changed["extra"] == ["colour": "red", "size": 5])
      let shown = try await keystone.answers(200, .get, path)["project"]
      #expect(shown == changed.without("extra"))
      let status = keystone.release == .current ? 200 : 400
      try await keystone.answers(status, .patch, path, ["project": [:]])
    },
    V3ContractCase("a project stays in its domain, where it is and what it is") { keystone in
      let project = try await keystone.make("project")
      let other = try await keystone.make("project")
      let path = "/projects/\(project["id"].text)"
      let domain = try await keystone.make("domain")
      for (field, value, status) in [
        ("domain_id", domain["id"], 400), ("is_domain", true, 400),
        ("parent_id", other["id"], 403), ("id", "nosuch", 400),
      ] as [(String, JSON, Int)] {
        try await keystone.refuses(status, .patch, path, ["project": .object([field: value])])
      }
      try await keystone.refuses(404, .patch, "/projects/nosuch", ["project": ["description": "x"]])
      try await keystone.delete(domain: domain)
    },
    V3ContractCase("a name that is taken is a page of 500 without the id beside it", of: .ofToday) {
      keystone in
      let one = try await keystone.make("project")
      let two = try await keystone.make("project")
      let path = "/projects/\(one["id"].text)"
      try await keystone.answers(500, .patch, path, ["project": ["name": two["name"]]])
      let both: JSON = ["project": ["name": two["name"], "id": one["id"]]]
      try await keystone.refuses(409, .patch, path, both)
      #expect(try await keystone.answers(200, .get, path)["project"]["name"] == one["name"])
    },
    V3ContractCase("what is immutable is neither changed nor deleted", of: .ofToday) { keystone in
      for kind in ["project", "role", "domain"] {
        let made = try await keystone.make(kind, ["options": ["immutable": true]])
        let path = "/\(kind)s/\(made["id"].text)"
        let both: JSON = ["description": "x", "options": ["immutable": false]]
        let words = "…Set resource option \"immutable\" to false first."
        for body in [["description": "x"], both] {
          let sent: JSON = .object([kind: body])
          try await keystone.refuses(403, .patch, path, sent, saying: words)
        }
        if kind != "domain" { try await keystone.refuses(403, .delete, path, saying: words) }
        let option: JSON = ["options": ["immutable": nil]]
        let alone: JSON = .object([kind: option])
        if kind == "domain", keystone.release == .zed {
          // The option that protects it protects itself, but not where a domain is a project.
          try await keystone.refuses(403, .patch, path, alone, saying: words)
          let project = "/projects/\(made["id"].text)"
          try await keystone.answers(200, .patch, project, ["project": option])
        } else {
          try await keystone.answers(200, .patch, path, alone)
        }
        #expect(try await keystone.answers(200, .get, path)[kind]["options"] == [:])
        try await keystone.answers(200, .patch, path, .object([kind: ["description": "x"]]))
        if kind == "domain" {
          try await keystone.delete(domain: made)
        } else {
          try await keystone.answers(204, .delete, path)
        }
      }
    },
    V3ContractCase("tags are a list that is replaced, and words one by one", of: .ofToday) {
      keystone in
      let project = try await keystone.make("project", ["tags": ["a", "b"]])
      let path = "/projects/\(project["id"].text)"
      let change: JSON = ["project": ["tags": ["c"]]]
      let changed = try await keystone.answers(200, .patch, path, change)["project"]
      #expect(changed["tags"] == ["c"])
      let list = try await keystone.answers(200, .put, path + "/tags", ["tags": ["x", "y"]])
      #expect(Set(list["tags"].elements) == ["x", "y"])
      try await keystone.answers(201, .put, path + "/tags/z")
      try await keystone.answers(204, .get, path + "/tags/z")
      try await keystone.answers(204, .delete, path + "/tags/x")
      try await keystone.refuses(404, .delete, path + "/tags/x")
      let left = try await keystone.answers(200, .get, path + "/tags")
      #expect(Set(left["tags"].elements) == ["y", "z"])
      try await keystone.answers(204, .delete, path + "/tags")
      #expect(try await keystone.answers(200, .get, path + "/tags")["tags"] == [])
    },
  ]

  static let projectTrees = [
    V3ContractCase("a project with children is neither deleted nor switched off") { keystone in
      let parent = try await keystone.make("project")
      let child = try await keystone.make("project", ["parent_id": parent["id"]])
      #expect(child["parent_id"] == parent["id"])
      let path = "/projects/\(parent["id"].text)"
      try await keystone.refuses(403, .delete, path)
      try await keystone.refuses(403, .patch, path, ["project": ["enabled": false]])
      let children = try await keystone.list("/projects?parent_id=\(parent["id"].text)")
      #expect(children == [child])
      let tree = try await keystone.answers(200, .get, path + "?subtree_as_ids")["project"]
      #expect(tree["subtree"] == .object([child["id"].text: nil]))
      let up = "/projects/\(child["id"].text)?parents_as_ids"
      let line = try await keystone.answers(200, .get, up)["project"]
      #expect(line["parents"].keys == [parent["id"].text])
      try await keystone.answers(204, .delete, "/projects/\(child["id"].text)")
      try await keystone.answers(200, .patch, path, ["project": ["enabled": false]])
      let below: JSON = ["name": .string(uniqueName()), "parent_id": parent["id"]]
      try await keystone.refuses(400, .post, "/projects", ["project": below])
      try await keystone.answers(204, .delete, path)
    },
    V3ContractCase("projects are five levels deep, and no more") { keystone in
      var parent = try await keystone.make("project")
      for _ in 2...5 {
        parent = try await keystone.make("project", ["parent_id": parent["id"]])
      }
      let sixth: JSON = ["name": .string(uniqueName()), "parent_id": parent["id"]]
      try await keystone.refuses(403, .post, "/projects", ["project": sixth])
    },
    V3ContractCase("a parent in another domain is refused") { keystone in
      let domain = try await keystone.make("domain")
      let parent = try await keystone.make("project")
      let sent: JSON = [
        "name": .string(uniqueName()), "parent_id": parent["id"], "domain_id": domain["id"],
      ]
      try await keystone.refuses(400, .post, "/projects", ["project": sent])
      try await keystone.delete(domain: domain)
    },
    V3ContractCase("a project that is gone is nobody's default project", of: .ofToday) { keystone in
      let project = try await keystone.make("project")
      let user = try await keystone.make("user", ["default_project_id": project["id"]])
      #expect(user["default_project_id"] == project["id"])
      try await keystone.answers(204, .delete, "/projects/\(project["id"].text)")
      let shown = try await keystone.answers(200, .get, "/users/\(user["id"].text)")["user"]
      #expect(!shown.keys.contains("default_project_id"))
    },
  ]
}
