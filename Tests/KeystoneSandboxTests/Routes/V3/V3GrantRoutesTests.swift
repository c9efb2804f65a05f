import Testing

@testable import KeystoneSandbox

@Suite struct V3GrantRoutesTests {
  @Test func grantIsMadeAgainAndTakenOnceInEachPlace() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let project = state.make("project", ["name": "p"], token: admin)
    let user = state.make("user", ["name": "u"], token: admin)
    let group = state.make("group", ["name": "g"], token: admin)
    let role = state.make("role", ["name": "r"], token: admin)
    for actor in ["users/\(user)", "groups/\(group)"] {
      for (place, end) in [
        ("projects/\(project)", ""), ("domains/default", ""), ("system", ""),
        ("OS-INHERIT/projects/\(project)", "/inherited_to_projects"),
        ("OS-INHERIT/domains/default", "/inherited_to_projects"),
      ] {
        let list = "/\(place)/\(actor)/roles"
        let path = "\(list)/\(role)\(end)"
        #expect(state.v3("HEAD", path, token: admin).status == 404)
        for _ in 1...2 { #expect(state.v3("PUT", path, token: admin).status == 204) }
        #expect(state.v3("HEAD", path, token: admin).status == 204)
        let roles = state.v3("GET", list + end, token: admin).document.elements("roles")
        #expect(roles.map { $0["id"] } == [.string(role)])
        #expect(state.v3("DELETE", path, token: admin).status == 204)
        #expect(state.v3("DELETE", path, token: admin).status == 404)
      }
    }
  }

  @Test func whatIsNotThereIs404AndTheUserToo() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let project = state.make("project", ["name": "p"], token: admin)
    let user = state.make("user", ["name": "u"], token: admin)
    let role = state.make("role", ["name": "r"], token: admin)
    for path in [
      "/projects/nosuch/users/\(user)/roles/\(role)", "/projects/\(project)/users/x/roles/\(role)",
      "/projects/\(project)/users/\(user)/roles/x", "/system/users/x/roles/\(role)",
    ] {
      #expect(state.v3("PUT", path, token: admin).status == 404)
    }
    let path = "/projects/\(project)/users/\(user)/roles/\(role)"
    let missing = state.v3("DELETE", path, token: admin).document.text("error", "message")
    #expect(missing.contains("project, domain, or system: \(project)."))
  }

  @Test func domainsRoleHoldsInItsDomainOnly() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let domain = state.make("domain", ["name": "d"], token: admin)
    let sent: JSONObject = ["name": "r", "domain_id": .string(domain)]
    let role = state.make("role", sent, token: admin)
    let user = state.make("user", ["name": "u"], token: admin)
    let here = state.make("project", ["name": "p"], token: admin)
    let there = state.make("project", ["name": "p", "domain_id": .string(domain)], token: admin)
    for (place, status) in [
      ("projects/\(here)", 403), ("projects/\(there)", 204), ("system", 400),
      ("domains/default", 204),
    ] {
      let path = "/\(place)/users/\(user)/roles/\(role)"
      #expect(state.v3("PUT", path, token: admin).status == status)
    }
    // It is nothing by itself.
    let rows = state.v3("GET", "/role_assignments?effective&user.id=\(user)", token: admin)
    #expect(rows.document.elements("role_assignments").isEmpty)
  }

  @Test func whoManagesADomainGrantsWhatIsNoAdministrators() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let domain = state.make("domain", ["name": "d"], token: admin)
    let there = JSONValue.string(domain)
    let sent: JSONObject = ["name": "m", "password": "p", "domain_id": there]
    let manager = state.make("user", sent, token: admin)
    let user = state.make("user", ["name": "u", "domain_id": there], token: admin)
    let project = state.make("project", ["name": "p", "domain_id": there], token: admin)
    let own = "/domains/\(domain)/users/\(manager)/roles/"
    _ = state.v3("PUT", own + (state.roles.named("manager")?.id ?? ""), token: admin)
    let name: JSONValue = ["id": .string(manager), "password": "p"]
    let login: JSONValue = [
      "auth": [
        "identity": ["methods": ["password"], "password": ["user": name]],
        "scope": ["domain": ["id": there]],
      ]
    ]
    let token = state.v3("POST", "/auth/tokens", login, token: nil).header("X-Subject-Token") ?? ""
    for (role, status) in [("member", 204), ("manager", 204), ("admin", 403), ("service", 403)] {
      let id = state.roles.named(role)?.id ?? ""
      let path = "/projects/\(project)/users/\(user)/roles/\(id)"
      #expect(state.v3("PUT", path, token: token).status == status)
    }
  }

  @Test func pikeAsksForNoUserAndKnowsNoSystem() {
    var state = SandboxState.make(.pike)
    let role = state.make("role", ["name": "r"])
    let project = state.make("project", ["name": "p", "domain_id": "default"])
    let path = "/projects/\(project)/users/nosuch/roles/\(role)"
    #expect(state.v3("PUT", path).status == 204)
    #expect(state.v3("PUT", "/system/users/nosuch/roles/\(role)").status == 404)
  }
}
