import KeystoneClient
import Testing

extension V3ContractCase {
  static let logins = [
    V3ContractCase("a login by names is one to the project, with roles and catalog") { keystone in
      let (member, project, role) = try await keystone.makeMember()
      let domain: JSON = ["id": "default"]
      let account: JSON = [
        "name": member.user["name"], "domain": domain, "password": .string(member.password),
      ]
      let scope: JSON = ["project": ["name": project["name"], "domain": ["name": "Default"]]]
      let identity: JSON = ["methods": ["password"], "password": ["user": account]]
      let (token, document) = try await keystone.logIn(
        ["auth": ["identity": identity, "scope": scope]]
      )
      let short: JSON = ["id": "default", "name": "Default"]
      #expect(document["methods"] == ["password"])
      #expect(
        document["user"]
          == [
            "id": member.user["id"], "name": member.user["name"], "domain": short,
            "password_expires_at": nil,
          ]
      )
      #expect(
        document["project"] == ["id": project["id"], "name": project["name"], "domain": short]
      )
      #expect(document["is_domain"] == false)
      #expect(document["roles"].elements.map { $0["name"] } == [role["name"]])
      #expect(document["audit_ids"].elements.count == 1)
      #expect(document["expires_at"].text.hasSuffix(".000000Z"))
      #expect(document["issued_at"].text.hasSuffix(".000000Z"))
      #expect(document.keys.contains("catalog"))
      #expect(!keystone.text(of: token).isEmpty)
    },
    V3ContractCase("every login that proves nothing is refused alike") { keystone in
      let (member, project, _) = try await keystone.makeMember()
      let (user, password) = (member.user, JSON.string(member.password))
      let bare = try await keystone.make("user")
      let off = try await keystone.make("user", ["password": "p", "enabled": false])
      let other = try await keystone.make("project")
      let dark = try await keystone.make("project", ["enabled": false])
      try await keystone.refusesLogin(user, "wrong")
      try await keystone.refusesLogin(["id": "nosuch"], password)
      try await keystone.refusesLogin(bare, "")
      try await keystone.refusesLogin(off, "p")
      try await keystone.refusesLogin(off, "wrong")
      for id in [other["id"], dark["id"], "nosuch"] {
        try await keystone.refusesLogin(user, password, scope: ["project": ["id": id]])
      }
      for id in ["default", "nosuch"] as [JSON] {
        try await keystone.refusesLogin(user, password, scope: ["domain": ["id": id]])
      }
      for name in ["nosuch", project["name"]] {
        let domain: JSON = ["id": name == "nosuch" ? "default" : "nosuch"]
        let scope: JSON = ["project": ["name": name, "domain": domain]]
        try await keystone.refusesLogin(user, password, scope: scope)
      }
    },
    V3ContractCase("a login that is not whole is 400") { keystone in
      let (member, project, _) = try await keystone.makeMember()
      let account: JSON = ["id": member.user["id"], "password": .string(member.password)]
      let identity: JSON = ["methods": ["password"], "password": ["user": account]]
      let unnamed: JSON = ["name": member.user["name"], "password": .string(member.password)]
      let bodies: [JSON] = [
        ["x": 1], ["auth": [:]], ["auth": ["identity": [:]]], [],
        ["auth": ["identity": ["methods": ["password"], "password": ["user": unnamed]]]],
        ["auth": ["identity": identity, "scope": ["project": ["name": project["name"]]]]],
        [
          "auth": [
            "identity": identity,
            "scope": ["project": ["id": project["id"]], "domain": ["id": "default"]],
          ]
        ],
      ]
      for body in bodies {
        try await keystone.refuses(400, .post, "/auth/tokens", body, token: .none)
      }
    },
    V3ContractCase("an unknown method and one without its proof are 401", of: .ofToday) {
      keystone in
      let method: JSON = ["auth": ["identity": ["methods": ["nosuch"], "nosuch": [:]]]]
      let unknown = try await keystone.answers(401, .post, "/auth/tokens", method, token: .none)
      #expect(
        unknown["error"]["message"]
          == "Attempted to authenticate with an unsupported method."
      )
      let user: JSON = ["id": "nosuch"]
      let bare: JSON = [
        "auth": ["identity": ["methods": ["password"], "password": ["user": user]]]
      ]
      try await keystone.refuses(401, .post, "/auth/tokens", bare, token: .none)
    },
    V3ContractCase("a user whose rules ask for a second factor gets a receipt", of: .ofToday) {
      keystone in
      let user = try await keystone.make(
        "user",
        [
          "password": "p",
          "options": [
            "multi_factor_auth_enabled": true, "multi_factor_auth_rules": [["password", "token"]],
          ],
        ]
      )
      let sent = keystone.credentials(user, "p")
      let reply = try await keystone.answers(401, .post, "/auth/tokens", sent, token: .none)
      #expect(reply.body.keys == ["receipt", "required_auth_methods"])
      let rules = reply["required_auth_methods"].elements
      #expect(rules.map { Set($0.elements) } == [["password", "token"]])
      #expect(
        reply["receipt"].keys == ["methods", "user", "expires_at", "issued_at"]
      )
      #expect(reply.response.header("Openstack-Auth-Receipt")?.isEmpty == false)
      try await keystone.refusesLogin(user, "wrong")
    },
    V3ContractCase("a rule with a method that is not served counts for nothing", of: .ofToday) {
      keystone in
      let user = try await keystone.make(
        "user",
        [
          "password": "p",
          "options": [
            "multi_factor_auth_enabled": true, "multi_factor_auth_rules": [["password", "nosuch"]],
          ],
        ]
      )
      try await keystone.logIn(keystone.credentials(user, "p"))
    },
  ]

  static let scopes = [
    V3ContractCase("an unscoped token opens nothing, and names no roles") { keystone in
      let (member, project, _) = try await keystone.makeMember()
      let password = JSON.string(member.password)
      for scope in ["unscoped", nil] as [JSON?] {
        let login = try await keystone.logIn(
          keystone.credentials(member.user, password, scope: scope)
        )
        #expect(login.document.keys.isDisjoint(with: ["project", "roles", "catalog", "domain"]))
        try await keystone.refuses(403, .get, "/users", token: login.token)
        let own = try await keystone.answers(200, .get, "/auth/projects", token: login.token)
        #expect(own["projects"].elements.map { $0["id"] } == [project["id"]])
      }
    },
    V3ContractCase("a login that names no scope is one to the default project, if it has a role") {
      keystone in
      let (member, project, _) = try await keystone.makeMember()
      let path = "/users/\(member.id)"
      let sent: JSON = ["user": ["default_project_id": project["id"]]]
      try await keystone.answers(200, .patch, path, sent)
      let password = JSON.string(member.password)
      let scoped = try await keystone.logIn(
        keystone.credentials(member.user, password, scope: nil)
      )
      #expect(scoped.document["project"]["id"] == project["id"])
      let asked = try await keystone.logIn(keystone.credentials(member.user, password))
      #expect(!asked.document.keys.contains("project"))
      for id in [try await keystone.make("project")["id"], "nosuch"] {
        try await keystone.answers(200, .patch, path, ["user": ["default_project_id": id]])
        let login = try await keystone.logIn(
          keystone.credentials(member.user, password, scope: nil)
        )
        #expect(!login.document.keys.contains("project"))
      }
    },
    V3ContractCase("a token of a domain has its roles, and no project's URLs") { keystone in
      let domain = try await keystone.make("domain")
      let role = try await keystone.make("role")
      let id = domain["id"].text
      let member = try await keystone.makeMember(of: "domain", id, roles: [role])
      let service = try await keystone.makeService()
      _ = try await keystone.makeEndpoint(of: service, ["url": "http://p/$(project_id)s"])
      _ = try await keystone.makeEndpoint(of: service, ["url": "http://p/$(user_id)s"])
      let login = try await keystone.logIn(
        keystone.credentials(
          member.user,
          .string(member.password),
          scope: ["domain": ["name": domain["name"]]]
        )
      )
      #expect(login.document["domain"] == ["id": domain["id"], "name": domain["name"]])
      #expect(login.document["roles"].elements.map { $0["id"] } == [role["id"]])
      let entry = login.document["catalog"].elements.filter { $0["id"] == service["id"] }
      #expect(
        entry.flatMap { $0["endpoints"].elements }.map { $0["url"].text }
          == ["http://p/\(member.id)"]
      )
      let domains = try await keystone.answers(200, .get, "/auth/domains", token: login.token)
      #expect(domains["domains"].elements.map { $0["id"] } == [domain["id"]])
      try await keystone.delete(domain: domain)
    },
    V3ContractCase("a token of the system has its roles", of: .ofToday) { keystone in
      let role = try await keystone.make("role")
      let member = try await keystone.makeMember(of: "system", "all", roles: [role])
      let login = try await keystone.logIn(
        keystone.credentials(member.user, .string(member.password), scope: member.scope)
      )
      #expect(login.document["system"] == ["all": true])
      #expect(login.document["roles"].elements.map { $0["id"] } == [role["id"]])
      #expect(login.document.keys.contains("catalog"))
      let system = try await keystone.answers(200, .get, "/auth/system", token: login.token)
      #expect(system["system"] == [["all": true]])
    },
    V3ContractCase("nobody logs in to a project of a domain that is off, nor as its user") {
      keystone in
      let domain = try await keystone.make("domain")
      let role = try await keystone.make("role")
      let project = try await keystone.make("project", ["domain_id": domain["id"]])
      let id = project["id"].text
      let stranger = try await keystone.makeMember(of: "project", id, roles: [role])
      let native = try await keystone.makeMember(
        of: "project",
        id,
        roles: [role],
        ["domain_id": domain["id"]]
      )
      _ = try await keystone.token(of: stranger)
      _ = try await keystone.token(of: native, unscoped: true)
      let off: JSON = ["domain": ["enabled": false]]
      try await keystone.answers(200, .patch, "/domains/\(domain["id"].text)", off)
      let password = JSON.string(stranger.password)
      try await keystone.refusesLogin(stranger.user, password, scope: stranger.scope)
      try await keystone.refusesLogin(native.user, .string(native.password))
      try await keystone.logIn(keystone.credentials(stranger.user, password))
      try await keystone.answers(204, .delete, "/domains/\(domain["id"].text)")
    },
  ]
}
