import KeystoneClient
import Testing

extension V3ContractCase {
  static let groups = [
    V3ContractCase("a group is made, changed and deleted, and named once in its domain") {
      keystone in
      let group = try await keystone.make("group")
      #expect(group["domain_id"] == "default")
      #expect(group["description"] == "")
      let path = "/groups/\(group["id"].text)"
      #expect(try await keystone.answers(200, .get, path)["group"] == group)
      #expect(try await keystone.list("/groups?name=\(group["name"].text)") == [group])
      try await keystone.refuses(409, .post, "/groups", ["group": ["name": group["name"]]])
      for body in [[:], ["name": ""], ["name": 5]] as [JSON] {
        try await keystone.refuses(400, .post, "/groups", ["group": body])
      }
      let change: JSON = ["group": ["description": "On call"]]
      let changed = try await keystone.answers(200, .patch, path, change)["group"]
      #expect(changed["description"] == "On call")
      let other = try await keystone.make("group")
      try await keystone.refuses(409, .patch, path, ["group": ["name": other["name"]]])
      try await keystone.refuses(404, .patch, "/groups/nosuch", change)
      try await keystone.answers(204, .delete, path)
      try await keystone.refuses(404, .get, path)
      try await keystone.refuses(404, .delete, path)
    },
    V3ContractCase("a membership is there or not, and giving it twice is once") { keystone in
      let group = try await keystone.make("group")
      let user = try await keystone.make("user")
      let path = "/groups/\(group["id"].text)/users/\(user["id"].text)"
      try await keystone.answers(404, .head, path)
      for _ in 1...2 { try await keystone.answers(204, .put, path) }
      try await keystone.answers(204, .head, path)
      let members = try await keystone.list("/groups/\(group["id"].text)/users")
      #expect(members.map { $0["id"] } == [user["id"]])
      let groups = try await keystone.list("/users/\(user["id"].text)/groups")
      #expect(groups.map { $0["id"] } == [group["id"]])
      try await keystone.answers(204, .delete, path)
      try await keystone.refuses(404, .delete, path)
      try await keystone.refuses(404, .put, "/groups/\(group["id"].text)/users/nosuch")
      try await keystone.refuses(404, .put, "/groups/nosuch/users/\(user["id"].text)")
      try await keystone.refuses(404, .get, "/groups/nosuch/users")
    },
    V3ContractCase("a group may have members of another domain") { keystone in
      let domain = try await keystone.make("domain")
      let group = try await keystone.make("group")
      let user = try await keystone.make("user", ["domain_id": domain["id"]])
      try await keystone.answers(204, .put, "/groups/\(group["id"].text)/users/\(user["id"].text)")
      try await keystone.delete(domain: domain)
      #expect(try await keystone.list("/groups/\(group["id"].text)/users") == [])
    },
    V3ContractCase("a group's role is its members', and goes with the group") { keystone in
      let group = try await keystone.make("group")
      let project = try await keystone.make("project")
      let role = try await keystone.make("role")
      let user = try await keystone.make("user", ["password": "p"])
      let id = project["id"].text
      try await keystone.answers(204, .put, keystone.grantPath("project", id, "group", group, role))
      let scope: JSON = ["project": ["id": project["id"]]]
      try await keystone.refusesLogin(user, "p", scope: scope)
      let member = "/groups/\(group["id"].text)/users/\(user["id"].text)"
      try await keystone.answers(204, .put, member)
      let login = try await keystone.logIn(keystone.credentials(user, "p", scope: scope))
      #expect(login.document["roles"].elements.map { $0["id"] } == [role["id"]])
      try await keystone.answers(204, .delete, "/groups/\(group["id"].text)")
      try await keystone.refusesLogin(user, "p", scope: scope)
      #expect(try await keystone.list("/role_assignments?scope.project.id=\(id)") == [])
    },
  ]
}
