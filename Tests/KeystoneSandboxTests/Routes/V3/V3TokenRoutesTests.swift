import Testing

@testable import KeystoneSandbox

@Suite struct V3TokenRoutesTests {
  private typealias Header = (name: String, value: String)

  private func validation(
    _ subject: String,
    of state: inout SandboxState,
    by token: String,
    now: Timestamp = Timestamp(seconds: 1)
  ) -> SandboxResponse {
    let headers: [Header] = [("X-Subject-Token", subject)]
    return state.v3("GET", "/auth/tokens", token: token, headers: headers, now: now)
  }

  @Test func tokenOfEachScopeShowsItsOwn() throws {
    var (state, project) = try SandboxState.bootstrapped()
    let unscoped = state.logIn("admin", "secret")
    let system = state.logIn("admin", "secret", ["system": ["all": true]])
    #expect(state.logIn("admin", "secret", ["domain": ["id": "default"]]) == "")
    for (token, key, roles, services) in [
      (project, "project", 4, 1), (system, "system", 4, 1), (unscoped, "", 0, 0),
    ] {
      let document = validation(token, of: &state, by: project).document["token"]?.object ?? [:]
      #expect(document.elements("roles").count == roles)
      #expect(document.elements("catalog").count == services)
      for scope in ["project", "system", "domain"] {
        #expect((document[scope] != nil) == (scope == key))
      }
    }
    #expect([unscoped, system, project].map(\.utf8.count) == [162, 162, 183])
  }

  @Test func defaultProjectIsTheScopeUnlessUnscopedIsSaid() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let project = state.make("project", ["name": "p"], token: admin)
    let sent: JSONObject = [
      "name": "u", "password": "p", "default_project_id": .string(project),
    ]
    let user = state.make("user", sent, token: admin)
    #expect(state.logIn("u", "p").utf8.count == 162)
    let role = state.make("role", ["name": "r"], token: admin)
    let path = "/projects/\(project)/users/\(user)/roles/\(role)"
    #expect(state.v3("PUT", path, token: admin).status == 204)
    #expect(state.logIn("u", "p").utf8.count == 183)
    #expect(state.logIn("u", "p", "unscoped").utf8.count == 162)
  }

  @Test func tokenOfTheSecondOfAPasswordChangeIsDeadAtBirth() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let user = state.make("user", ["name": "u", "password": "p"], token: admin)
    let change: JSONValue = ["user": ["password": "p"]]
    let moment = Timestamp(seconds: 10)
    #expect(state.v3("PATCH", "/users/\(user)", change, token: admin, now: moment).status == 200)
    let dead = state.logIn("u", "p", now: moment)
    #expect(!dead.isEmpty)
    let later = state.logIn("u", "p", now: Timestamp(seconds: 11))
    for (token, status) in [(dead, 404), (later, 200)] {
      let answer = validation(token, of: &state, by: admin, now: Timestamp(seconds: 12))
      #expect(answer.status == status)
    }
    let used = state.v3("GET", "/auth/projects", token: dead, now: Timestamp(seconds: 12))
    #expect(used.status == 401)
  }

  @Test func deadOwnerIs404OnEveryRouteAndComesBackToLife() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let domain = state.make("domain", ["name": "d"], token: admin)
    let project = state.make("project", ["name": "p", "domain_id": .string(domain)], token: admin)
    let user = state.make("user", ["name": "u", "password": "p"], token: admin)
    let role = state.make("role", ["name": "r"], token: admin)
    let path = "/projects/\(project)/users/\(user)/roles/\(role)"
    _ = state.v3("PUT", path, token: admin)
    let token = state.logIn("u", "p", ["project": ["id": .string(project)]])
    for (path, kind) in [("/projects/\(project)", "project"), ("/domains/\(domain)", "domain")] {
      for (enabled, status) in [(false, 404), (true, 200)] {
        let change: JSONValue = [kind: ["enabled": .bool(enabled)]]
        #expect(state.v3("PATCH", path, change, token: admin).status == 200)
        let used = state.v3("GET", "/auth/projects", token: token)
        #expect(used.status == status)
        #expect(enabled || used.document.text("error", "message").contains("is disabled"))
      }
    }
    #expect(state.v3("DELETE", path, token: admin).status == 204)
    #expect(state.v3("GET", "/auth/projects", token: token).status == 401)
    _ = state.v3("PUT", path, token: admin)
    #expect(state.v3("GET", "/auth/projects", token: token).status == 200)
    _ = state.v3("DELETE", "/users/\(user)", token: admin)
    let gone = state.v3("GET", "/auth/projects", token: token)
    #expect(gone.document.text("error", "message") == "Could not find user: \(user).")
  }

  @Test(arguments: [(SandboxRelease.current, 404), (.zed, 200)])
  func derivedTokenEndsWithItsParentOnTheNewest(release: SandboxRelease, status: Int) throws {
    var (state, admin) = try SandboxState.bootstrapped(release)
    let parent = state.logIn("admin", "secret", "unscoped")
    let login: JSONValue = [
      "auth": ["identity": ["methods": ["token"], "token": ["id": .string(parent)]]]
    ]
    let derived = state.v3("POST", "/auth/tokens", login, token: nil)
    #expect(derived.document["token", "methods"] == ["token", "password"])
    let child = derived.header("X-Subject-Token") ?? ""
    let headers: [Header] = [("X-Subject-Token", parent)]
    #expect(state.v3("DELETE", "/auth/tokens", token: admin, headers: headers).status == 204)
    #expect(validation(parent, of: &state, by: admin).status == 404)
    #expect(validation(child, of: &state, by: admin).status == status)
  }

  @Test func nobodyLooksAtAnothersToken() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    _ = state.make("user", ["name": "u", "password": "p"], token: admin)
    let own = state.logIn("u", "p")
    #expect(validation(own, of: &state, by: own).status == 200)
    #expect(validation(admin, of: &state, by: own).status == 403)
    #expect(validation("nosuch", of: &state, by: own).status == 404)
    #expect(state.v3("GET", "/auth/tokens", token: own).status == 404)
    #expect(state.v3("GET", "/auth/catalog", token: own).status == 403)
  }

  @Test func wrongLoginsAreAllTheSame401() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let off: JSONObject = ["name": "off", "password": "p", "enabled": false]
    _ = state.make("user", off, token: admin)
    let project: JSONValue = ["project": ["name": "nosuch", "domain": SandboxState.home]]
    for (name, password, scope) in [
      ("admin", "wrong", JSONValue.null), ("nosuch", "x", .null), ("off", "p", .null),
      ("admin", "secret", project),
    ] {
      let wanted: JSONValue? = scope == .null ? nil : scope
      #expect(state.logIn(name, password, wanted) == "")
    }
  }

  @Test func secondFactorThatIsMissingIsNoErrorDocument() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let options: JSONValue = [
      "multi_factor_auth_enabled": true, "multi_factor_auth_rules": [["password", "token"]],
    ]
    let sent: JSONObject = ["name": "u", "password": "p", "options": options]
    _ = state.make("user", sent, token: admin)
    let user: JSONValue = ["name": "u", "domain": SandboxState.home, "password": "p"]
    let login: JSONValue = [
      "auth": ["identity": ["methods": ["password"], "password": ["user": user]]]
    ]
    let answer = state.v3("POST", "/auth/tokens", login, token: nil)
    #expect(answer.status == 401)
    #expect(answer.document["error"] == nil)
    #expect(answer.document["required_auth_methods"] == [["password", "token"]])
    #expect(answer.header("Openstack-Auth-Receipt") != nil)
  }
}
