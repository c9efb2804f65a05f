import Testing

@testable import KeystoneSandbox

@Suite struct V3UserRoutesTests {
  @Test func userShowsWhatWasSentAndNoPassword() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let sent: JSONValue = [
      "user": [
        "name": " u ", "password": "p", "email": nil, "default_project_id": "nosuch",
        "tenantId": "x", "options": ["lock_password": true],
      ]
    ]
    let made = state.v3("POST", "/users", sent, token: admin)
    #expect(made.status == 201)
    let user = made.document["user"]?.object ?? [:]
    #expect(
      user.keys == [
        "email", "tenantId", "id", "name", "domain_id", "enabled", "default_project_id",
        "password_expires_at", "options", "links",
      ]
    )
    #expect(user["name"] == "u" && user["options"] == ["lock_password": true])
    let path = "/users/" + (user["id"]?.string ?? "")
    let change: JSONValue = ["user": ["default_project_id": nil, "options": [:]]]
    let changed = state.v3("PATCH", path, change, token: admin).document["user"]?.object ?? [:]
    #expect(changed["default_project_id"] == nil)
    #expect(changed["options"] == ["lock_password": true])
    #expect(changed["extra"] == ["email": nil, "tenantId": "x"])
    #expect(state.v3("PATCH", path, ["user": [:]], token: admin).status == 400)
  }

  @Test func optionsMergeAndNullRemovesOne() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let sent: JSONObject = [
      "name": "u", "options": ["lock_password": true, "ignore_password_expiry": true],
    ]
    let path = "/users/" + state.make("user", sent, token: admin)
    let change: JSONValue = ["user": ["options": ["lock_password": nil]]]
    let changed = state.v3("PATCH", path, change, token: admin)
    #expect(changed.document["user", "options"] == ["ignore_password_expiry": true])
  }

  @Test func ownPasswordNeedsNoTokenButTheOldOne() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let path = "/users/" + state.make("user", ["name": "u", "password": "p"], token: admin)
    func change(_ old: String, _ new: String) -> JSONValue {
      ["user": ["original_password": .string(old), "password": .string(new)]]
    }
    let route = path + "/password"
    #expect(state.v3("POST", route, change("x", "q"), token: nil).status == 401)
    #expect(state.v3("POST", route, change("p", "q"), token: nil).status == 204)
    let lock: JSONValue = ["user": ["options": ["lock_password": true]]]
    _ = state.v3("PATCH", path, lock, token: admin)
    #expect(state.v3("POST", route, change("q", "r"), token: nil).status == 400)
    #expect(state.v3("POST", route, ["user": ["password": "x"]], token: nil).status == 400)
  }

  @Test func exemptionFromFirstUseComesTooLateAtCreationAlone() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    state.options.changePasswordUponFirstUse = true
    let option: JSONValue = ["ignore_change_password_upon_first_use": true]
    let sent: JSONObject = ["name": "u", "password": "p", "options": option]
    let path = "/users/" + state.make("user", sent, token: admin)
    #expect(state.logIn("u", "p") == "")
    let expiry = state.v3("GET", path, token: admin).document["user", "password_expires_at"]
    #expect(expiry == "1970-01-01T00:00:00.000000")
    #expect(state.v3("PATCH", path, ["user": ["password": "p"]], token: admin).status == 200)
    #expect(state.logIn("u", "p", now: Timestamp(seconds: 1)) != "")
    let other = "/users/" + state.make("user", ["name": "v", "password": "p"], token: admin)
    let both: JSONValue = ["user": ["password": "p", "options": option]]
    #expect(state.v3("PATCH", other, both, token: admin).status == 200)
    #expect(state.logIn("v", "p", now: Timestamp(seconds: 1)) != "")
  }

  @Test func listIsOfTheDomainOfADomainsToken() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let domain = state.make("domain", ["name": "d"], token: admin)
    let sent: JSONObject = ["name": "u", "password": "p", "domain_id": .string(domain)]
    let user = state.make("user", sent, token: admin)
    let role = state.roles.named("admin")?.id ?? ""
    let grant = "/domains/\(domain)/users/\(user)/roles/\(role)"
    #expect(state.v3("PUT", grant, token: admin).status == 204)
    let name: JSONValue = ["id": .string(user), "password": "p"]
    let login: JSONValue = [
      "auth": [
        "identity": ["methods": ["password"], "password": ["user": name]],
        "scope": ["domain": ["id": .string(domain)]],
      ]
    ]
    let answer = state.v3("POST", "/auth/tokens", login, token: nil)
    let token = answer.header("X-Subject-Token") ?? ""
    let list = state.v3("GET", "/users", token: token).document
    #expect(list.elements("users").map { $0["id"] } == [.string(user)])
    #expect(state.v3("GET", "/services", token: token).status == 403)
    let made = state.v3("POST", "/users", ["user": ["name": "v"]], token: token).document
    #expect(made["user", "domain_id"] == .string(domain))
    let elsewhere: JSONValue = ["user": ["name": "v", "domain_id": "default"]]
    #expect(state.v3("POST", "/users", elsewhere, token: token).status == 201)
  }

  @Test func pikeHasALimitOfItsOwnAndListsAllForADomain() throws {
    var (state, admin) = try SandboxState.bootstrapped(.pike)
    let long: JSONValue = ["user": ["name": .string(String(repeating: "u", count: 256))]]
    let answer = state.v3("POST", "/users", long, token: admin)
    #expect(
      answer.document.text("error", "message")
        == "User name should not be greater than 255 characters."
    )
    let user = state.users.named("admin")?.id ?? ""
    let domain = state.make("domain", ["name": "d"], token: admin)
    let role = state.roles.named("admin")?.id ?? ""
    _ = state.v3("PUT", "/domains/\(domain)/users/\(user)/roles/\(role)", token: admin)
    let token = state.logIn("admin", "secret", ["domain": ["id": .string(domain)]])
    #expect(state.v3("GET", "/users", token: token).document.elements("users").count == 1)
    let off: JSONValue = ["user": ["enabled": false]]
    _ = state.v3("PATCH", "/users/\(user)", off, token: admin)
    #expect(state.logIn("admin", "secret") == "")
  }

  @Test func bodyIsLookedAtBeforeTheTokenOnTheNewest() throws {
    for (release, status) in [(SandboxRelease.current, 400), (.zed, 401), (.pike, 401)] {
      var state = SandboxState.make(release)
      #expect(state.v3("POST", "/users", ["user": ["x": true]], token: nil).status == status)
    }
  }
}
