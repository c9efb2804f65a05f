import KeystoneClient
import Testing

extension V3ContractCase {
  private static let listNames = ["users", "projects", "domains", "roles", "services", "endpoints"]

  static let policies = [
    V3ContractCase("an administrator of any project is one of the cloud") { keystone in
      let admin = try await keystone.role("admin")
      let project = try await keystone.make("project")
      let id = project["id"].text
      let member = try await keystone.makeMember(of: "project", id, roles: [admin])
      let token = try await keystone.token(of: member)
      for list in listNames { try await keystone.answers(200, .get, "/\(list)", token: token) }
      _ = try await keystone.make("role", token: token)
      let other = try await keystone.make("user", token: token)
      #expect(other["domain_id"] == "default")
    },
    V3ContractCase("who has another role in a project lists its regions, and no more") { keystone in
      let (member, _, _) = try await keystone.makeMember()
      let token = try await keystone.token(of: member)
      for list in listNames {
        let words = "You are not authorized to perform the requested action: identity:list_\(list)."
        try await keystone.refuses(403, .get, "/\(list)", saying: words, token: token)
      }
      try await keystone.answers(200, .get, "/regions", token: token)
      try await keystone.answers(200, .get, "/users/\(member.id)", token: token)
      let name: JSON = ["role": ["name": .string(uniqueName())]]
      try await keystone.refuses(403, .post, "/roles", name, token: token)
    },
    V3ContractCase("a reader of the system lists everything, and writes nothing", of: .ofToday) {
      keystone in
      let reader = try await keystone.role("reader")
      let member = try await keystone.makeMember(of: "system", "all", roles: [reader])
      let token = try await keystone.token(of: member)
      for list in listNames + ["regions", "groups", "role_assignments"] {
        try await keystone.answers(200, .get, "/\(list)", token: token)
      }
      for kind in ["user", "project", "domain", "role", "group"] {
        let sent: JSON = .object([kind: ["name": .string(uniqueName())]])
        let words =
          "You are not authorized to perform the requested action: identity:create_\(kind)."
        try await keystone.refuses(403, .post, "/\(kind)s", sent, saying: words, token: token)
      }
    },
    V3ContractCase("a token for a project shows the domain of it") { keystone in
      let (member, _, _) = try await keystone.makeMember()
      let token = try await keystone.token(of: member)
      try await keystone.answers(200, .get, "/domains/default", token: token)
      let domain = try await keystone.make("domain")
      try await keystone.refuses(403, .get, "/domains/\(domain["id"].text)", token: token)
      try await keystone.refuses(403, .get, "/domains", token: token)
      try await keystone.delete(domain: domain)
    },
    V3ContractCase("an administrator of a domain sees that domain, and is not told", of: [.current])
    { keystone in
      let domain = try await keystone.make("domain")
      let id = domain["id"]
      let admin = try await keystone.role("admin")
      let member = try await keystone.makeMember(
        of: "domain",
        id.text,
        roles: [admin],
        ["domain_id": id]
      )
      let token = try await keystone.token(of: member)
      let project = try await keystone.make("project", token: token)
      #expect(project["domain_id"] == id)
      let users = try await keystone.list("/users", token: token)
      #expect(users.map { $0["id"] } == [member.user["id"]])
      let projects = try await keystone.list("/projects", token: token)
      #expect(projects.map { $0["id"] } == [project["id"]])
      let domains = try await keystone.list("/domains", token: token)
      #expect(domains.map { $0["id"] } == [id])
      for list in ["services", "endpoints"] {
        try await keystone.refuses(403, .get, "/\(list)", token: token)
      }
      let name: JSON = .string(uniqueName())
      for (path, kind) in [("/roles", "role"), ("/domains", "domain"), ("/services", "service")] {
        let sent: JSON = .object([kind: ["name": name, "type": name]])
        try await keystone.refuses(403, .post, path, sent, token: token)
      }
      // What it may do ends at no domain; only its lists do.
      for kind in ["user", "project", "group"] {
        let other = try await keystone.make(kind, ["domain_id": "default"], token: token)
        let path = "/\(kind)s/\(other["id"].text)"
        try await keystone.answers(200, .get, path, token: token)
        let change: JSON = .object([kind: ["description": "Changed"]])
        try await keystone.answers(200, .patch, path, change, token: token)
        try await keystone.answers(204, .delete, path, token: token)
      }
      try await keystone.delete(domain: domain)
    },
    V3ContractCase("the same one is an administrator of the cloud", of: [.zed]) { keystone in
      let domain = try await keystone.make("domain")
      let id = domain["id"].text
      let admin = try await keystone.role("admin")
      let member = try await keystone.makeMember(of: "domain", id, roles: [admin])
      let token = try await keystone.token(of: member)
      _ = try await keystone.make("role", token: token)
      _ = try await keystone.make("service", ["type": "contract"], token: token)
      _ = try await keystone.make("domain", token: token)
      try await keystone.delete(domain: domain)
    },
    V3ContractCase("a token of the system makes users in the default domain", of: .ofToday) {
      keystone in
      let admin = try await keystone.role("admin")
      let member = try await keystone.makeMember(of: "system", "all", roles: [admin])
      let token = try await keystone.token(of: member)
      for kind in ["user", "project", "group"] {
        #expect(try await keystone.make(kind, token: token)["domain_id"] == "default")
      }
    },
  ]

  static let applicationCredentials = [
    V3ContractCase("an application credential logs in to where it was made", of: .ofToday) {
      keystone in
      let (member, project, role) = try await keystone.makeMember()
      let path = "/users/\(member.id)/application_credentials"
      let sent: JSON = ["application_credential": ["name": "ci", "secret": "s3cret"]]
      try await keystone.refuses(403, .post, path, sent)
      let owner = try await keystone.token(of: member)
      let made = try await keystone.answers(201, .post, path, sent, token: owner)[
        "application_credential"
      ]
      #expect(made["secret"] == "s3cret")
      #expect(made["unrestricted"] == .null)
      #expect(made["project_id"] == project["id"])
      #expect(made["roles"].elements.map { $0["id"] } == [role["id"]])
      try await keystone.refuses(409, .post, path, sent, token: owner)
      let listed = try await keystone.list(path, token: owner)
      #expect(listed.map { $0["id"] } == [made["id"]])
      #expect(!listed[0].keys.contains("secret"))
      let byName: JSON = [
        "name": "ci", "secret": "s3cret", "user": ["id": member.user["id"]],
      ]
      for proof in [["id": made["id"], "secret": "s3cret"], byName] {
        let identity: JSON = [
          "methods": ["application_credential"], "application_credential": proof,
        ]
        let login = try await keystone.logIn(["auth": ["identity": identity]])
        #expect(login.document["project"]["id"] == project["id"])
        #expect(login.document["application_credential"]["id"] == made["id"])
        let scope: JSON = ["project": ["id": project["id"]]]
        let scoped: JSON = ["auth": ["identity": identity, "scope": scope]]
        let reply = try await keystone.answers(401, .post, "/auth/tokens", scoped, token: .none)
        #expect(
          reply["error"]["message"].text.hasSuffix(
            "Application credentials cannot request a scope."
          )
        )
      }
      let wrong: JSON = [
        "methods": ["application_credential"],
        "application_credential": ["id": made["id"], "secret": "no"],
      ]
      let identity: JSON = ["auth": ["identity": wrong]]
      try await keystone.refuses(401, .post, "/auth/tokens", identity, token: .none)
      let own = "\(path)/\(made["id"].text)"
      try await keystone.answers(204, .delete, own, token: owner)
      try await keystone.refuses(404, .delete, own, token: owner)
    },
    V3ContractCase("one whose role is gone does not log in, and does again with it", of: .ofToday) {
      keystone in
      let (member, project, role) = try await keystone.makeMember()
      let path = "/users/\(member.id)/application_credentials"
      let sent: JSON = ["application_credential": ["name": "ci", "secret": "s3cret"]]
      let owner = try await keystone.token(of: member)
      let made = try await keystone.answers(201, .post, path, sent, token: owner)
      let proof: JSON = ["id": made["application_credential"]["id"], "secret": "s3cret"]
      let identity: JSON = [
        "methods": ["application_credential"], "application_credential": proof,
      ]
      let grant = keystone.grantPath("project", project["id"].text, "user", member.user, role)
      try await keystone.answers(204, .delete, grant)
      let login: JSON = ["auth": ["identity": identity]]
      try await keystone.refuses(401, .post, "/auth/tokens", login, token: .none)
      try await keystone.answers(204, .put, grant)
      try await keystone.logIn(login)
    },
  ]
}
