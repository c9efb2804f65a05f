import KeystoneClient
import Testing

extension V3ContractCase {
  static let grants = [
    V3ContractCase("a grant is there or not, and giving it twice is once") { keystone in
      let project = try await keystone.make("project")
      let domain = try await keystone.make("domain")
      let role = try await keystone.make("role")
      let user = try await keystone.make("user")
      let group = try await keystone.make("group")
      let actors = [("user", user), ("group", group)]
      var places = [("project", project["id"].text), ("domain", domain["id"].text)]
      if keystone.release != .pike { places.append(("system", "all")) }
      for (kind, actor) in actors {
        for (place, id) in places {
          let path = keystone.grantPath(place, id, kind, actor, role)
          try await keystone.answers(404, .head, path)
          for _ in 1...2 { try await keystone.answers(204, .put, path) }
          try await keystone.answers(204, .head, path)
          let list = String(path.dropLast(role["id"].text.count + 1))
          #expect(try await keystone.list(list).map { $0["id"] } == [role["id"]])
          try await keystone.answers(204, .delete, path)
          try await keystone.refuses(404, .delete, path)
        }
      }
      try await keystone.delete(domain: domain)
    },
    V3ContractCase("a grant of, to or on what is not there is 404") { keystone in
      let project = try await keystone.make("project")
      let role = try await keystone.make("role")
      let user = try await keystone.make("user")
      let (p, u, r) = (project["id"].text, user["id"].text, role["id"].text)
      for path in [
        "/projects/nosuch/users/\(u)/roles/\(r)", "/projects/\(p)/users/nosuch/roles/\(r)",
        "/projects/\(p)/users/\(u)/roles/nosuch", "/projects/\(p)/groups/nosuch/roles/\(r)",
        "/domains/nosuch/users/\(u)/roles/\(r)",
        "/OS-INHERIT/projects/nosuch/users/\(u)/roles/\(r)/inherited_to_projects",
      ] {
        try await keystone.refuses(404, .put, path)
        try await keystone.answers(404, .head, path)
        try await keystone.refuses(404, .delete, path)
      }
    },
    V3ContractCase("an inherited grant is another than the plain one, and works below") {
      keystone in
      let parent = try await keystone.make("project")
      let child = try await keystone.make("project", ["parent_id": parent["id"]])
      let role = try await keystone.make("role")
      let id = parent["id"].text
      let member = try await keystone.makeMember(of: "project", id, roles: [])
      let password = JSON.string(member.password)
      let plain = keystone.grantPath("project", id, "user", member.user, role)
      let path = "/OS-INHERIT\(plain)/inherited_to_projects"
      for _ in 1...2 { try await keystone.answers(204, .put, path) }
      try await keystone.answers(204, .head, path)
      try await keystone.answers(404, .head, plain)
      try await keystone.refusesLogin(member.user, password, scope: member.scope)
      let scope: JSON = ["project": ["id": child["id"]]]
      try await keystone.logIn(keystone.credentials(member.user, password, scope: scope))
      try await keystone.answers(204, .delete, path)
      try await keystone.refuses(404, .delete, path)
      try await keystone.refusesLogin(member.user, password, scope: scope)
    },
    V3ContractCase("a domain's role is granted in its domain, and means nothing in another") {
      keystone in
      let domain = try await keystone.make("domain")
      let role = try await keystone.make("role", ["domain_id": domain["id"]])
      let user = try await keystone.make("user")
      let inside = try await keystone.make("project", ["domain_id": domain["id"]])
      let outside = try await keystone.make("project")
      func path(_ place: String, _ id: JSON) -> String {
        keystone.grantPath(place, id.text, "user", user, role)
      }
      try await keystone.answers(204, .put, path("project", inside["id"]))
      try await keystone.refuses(403, .put, path("project", outside["id"]))
      try await keystone.answers(204, .put, path("domain", "default"))
      if keystone.release != .pike {
        try await keystone.refuses(400, .put, path("system", "all"))
      }
      try await keystone.answers(204, .delete, "/roles/\(role["id"].text)")
      try await keystone.delete(domain: domain)
    },
    V3ContractCase("what a grant hangs on takes it along") { keystone in
      for kind in ["user", "project", "role"] {
        let (member, project, role) = try await keystone.makeMember()
        let object = ["user": member.user, "project": project, "role": role][kind] ?? .null
        try await keystone.answers(204, .delete, "/\(kind)s/\(object["id"].text)")
        let rows = try await keystone.list(
          kind == "project"
            ? "/role_assignments?user.id=\(member.id)"
            : "/role_assignments?scope.project.id=\(project["id"].text)"
        )
        #expect(rows == [])
      }
    },
  ]

  static let assignments = [
    V3ContractCase("one list has the grants of every kind, as they were given") { keystone in
      let domain = try await keystone.make("domain")
      let parent = try await keystone.make("project", ["domain_id": domain["id"]])
      let user = try await keystone.make("user")
      let group = try await keystone.make("group")
      let role = try await keystone.make("role")
      let (p, d) = (parent["id"], domain["id"])
      let inherited: (String) -> String = { "/OS-INHERIT\($0)/inherited_to_projects" }
      var paths = [
        keystone.grantPath("project", p.text, "user", user, role),
        keystone.grantPath("domain", d.text, "group", group, role),
        inherited(keystone.grantPath("domain", d.text, "user", user, role)),
        inherited(keystone.grantPath("project", p.text, "group", group, role)),
      ]
      let below: JSON = "projects"
      var wanted: [JSON] = [
        ["user": ["id": user["id"]], "scope": ["project": ["id": p]]],
        ["group": ["id": group["id"]], "scope": ["domain": ["id": d]]],
        [
          "user": ["id": user["id"]],
          "scope": ["domain": ["id": d], "OS-INHERIT:inherited_to": below],
        ],
        [
          "group": ["id": group["id"]],
          "scope": ["project": ["id": p], "OS-INHERIT:inherited_to": below],
        ],
      ]
      if keystone.release != .pike {
        paths.append(keystone.grantPath("system", "all", "user", user, role))
        wanted.append(["user": ["id": user["id"]], "scope": ["system": ["all": true]]])
      }
      for path in paths { try await keystone.answers(204, .put, path) }
      let rows = try await keystone.list("/role_assignments?role.id=\(role["id"].text)")
      let expected = wanted.map { $0.with(["role": ["id": role["id"]]]) }
      #expect(Set(rows.map { $0.without("links") }) == Set(expected))
      #expect(rows.count == wanted.count)
      let links = rows.map { $0["links"]["assignment"].text }
      #expect(Set(links) == Set(paths.map { keystone.root + "/v3" + $0 }))
      for (query, count) in [
        ("user.id=\(user["id"].text)", keystone.release == .pike ? 2 : 3),
        ("group.id=\(group["id"].text)", 2), ("scope.project.id=\(p.text)", 2),
        ("scope.domain.id=\(d.text)", 2),
      ] {
        let rows = try await keystone.list("/role_assignments?\(query)")
        #expect(rows.count == count, "\(query)")
      }
      try await keystone.delete(domain: domain)
    },
    V3ContractCase("effective rows are users', with the roles that others imply") { keystone in
      let parent = try await keystone.make("project")
      let child = try await keystone.make("project", ["parent_id": parent["id"]])
      let group = try await keystone.make("group")
      let user = try await keystone.make("user")
      let prior = try await keystone.make("role")
      let implied = try await keystone.make("role")
      let implication = "/roles/\(prior["id"].text)/implies/\(implied["id"].text)"
      try await keystone.answers(201, .put, implication)
      let member = "/groups/\(group["id"].text)/users/\(user["id"].text)"
      try await keystone.answers(204, .put, member)
      let grant = keystone.grantPath("project", parent["id"].text, "group", group, prior)
      try await keystone.answers(204, .put, "/OS-INHERIT\(grant)/inherited_to_projects")
      let path = "/role_assignments?effective&user.id=\(user["id"].text)"
      let rows = try await keystone.list(path)
      #expect(rows.count == 2)
      #expect(Set(rows.map { $0["role"]["id"] }) == [prior["id"], implied["id"]])
      #expect(rows.allSatisfy { $0["scope"]["project"]["id"] == child["id"] })
      #expect(rows.allSatisfy { $0["user"]["id"] == user["id"] })
      let row = try #require(rows.first { $0["role"]["id"] == implied["id"] })
      #expect(row["links"].keys == ["assignment", "membership", "prior_role"])
      let off = "/role_assignments?effective=0&user.id=\(user["id"].text)"
      #expect(try await keystone.list(off) == [])
    },
    V3ContractCase("names come along where they are asked for") { keystone in
      let (member, project, role) = try await keystone.makeMember()
      let path = "/role_assignments?include_names&user.id=\(member.id)"
      let rows = try await keystone.list(path)
      let domain: JSON = ["id": "default", "name": "Default"]
      #expect(
        rows.map { $0.without("links") } == [
          [
            "user": ["id": member.user["id"], "name": member.user["name"], "domain": domain],
            "scope": [
              "project": ["id": project["id"], "name": project["name"], "domain": domain]
            ],
            "role": ["id": role["id"], "name": role["name"]],
          ]
        ]
      )
    },
    V3ContractCase("questions that contradict themselves are 400, and unknown ids nobody") {
      keystone in
      for query in [
        "user.id=x&group.id=y", "scope.project.id=x&scope.domain.id=y", "effective&group.id=x",
        "include_subtree=true",
      ] {
        try await keystone.refuses(400, .get, "/role_assignments?\(query)")
      }
      #expect(try await keystone.list("/role_assignments?user.id=nosuch") == [])
    },
    V3ContractCase("a domain granted on as a project takes everybody's names away", of: .ofToday) {
      keystone in
      let domain = try await keystone.make("domain")
      let user = try await keystone.make("user")
      let role = try await keystone.make("role")
      let path = keystone.grantPath("project", domain["id"].text, "user", user, role)
      try await keystone.answers(204, .put, path)
      let row = try await keystone.list("/role_assignments?role.id=\(role["id"].text)")
      #expect(row.map { $0["scope"] } == [["project": ["id": domain["id"]]]])
      try await keystone.refuses(404, .get, "/role_assignments?include_names")
      try await keystone.answers(204, .delete, path)
      try await keystone.answers(200, .get, "/role_assignments?include_names")
      try await keystone.delete(domain: domain)
    },
    V3ContractCase("so does a role that its domain left behind, while somebody has it") {
      keystone in
      let domain = try await keystone.make("domain")
      let user = try await keystone.make("user")
      let role = try await keystone.make("role", ["domain_id": domain["id"]])
      let path = keystone.grantPath("domain", "default", "user", user, role)
      try await keystone.answers(204, .put, path)
      try await keystone.delete(domain: domain)
      let words = "Could not find domain: \(domain["id"].text)."
      try await keystone.refuses(404, .get, "/role_assignments?include_names", saying: words)
      try await keystone.answers(204, .delete, "/roles/\(role["id"].text)")
      try await keystone.answers(200, .get, "/role_assignments?include_names")
    },
  ]
}
