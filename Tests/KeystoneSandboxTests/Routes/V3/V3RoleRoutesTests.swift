import Testing

@testable import KeystoneSandbox

@Suite struct V3RoleRoutesTests {
  @Test(arguments: [
    (SandboxRelease.current, ["reader", "member", "manager", "admin", "service"]),
    (.zed, ["reader", "member", "admin"]), (.pike, ["admin"]),
  ])
  func bootstrapMakesTheRolesOfTheRelease(release: SandboxRelease, names: [String]) throws {
    var (state, admin) = try SandboxState.bootstrapped(release)
    let roles = state.v3("GET", "/roles", token: admin).document.elements("roles")
    #expect(roles.map { $0["name"]?.string } == names)
    #expect(roles.allSatisfy { ($0["options"] != nil) == (release != .pike) })
    let rules = state.v3("GET", "/role_inferences", token: admin).document
    let chain = names.filter { $0 != "service" }
    #expect(rules.elements("role_inferences").count == chain.count - 1)
  }

  @Test func domainsRolesAreListedByThemselves() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let sent: JSONObject = ["name": "admin", "domain_id": "d"]
    let id = state.make("role", sent, token: admin)
    #expect(state.v3("GET", "/roles", token: admin).document.elements("roles").count == 5)
    let list = state.v3("GET", "/roles?domain_id=d", token: admin).document
    #expect(list.elements("roles").map { $0["id"] } == [.string(id)])
    #expect(state.v3("POST", "/roles", ["role": ["name": "admin"]], token: admin).status == 409)
  }

  @Test(arguments: [(SandboxRelease.current, 201), (.zed, 400), (.pike, 201)])
  func descriptionMayBeNullOnSomeReleases(release: SandboxRelease, status: Int) {
    var state = SandboxState.make(release)
    let sent: JSONValue = ["role": ["name": "r", "description": nil]]
    #expect(state.v3("POST", "/roles", sent).status == status)
  }

  @Test func immutableRoleTakesTwoRequests() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let path = "/roles/" + (state.roles.named("member")?.id ?? "")
    let change: JSONValue = ["role": ["description": "x"]]
    #expect(state.v3("PATCH", path, change, token: admin).status == 403)
    #expect(state.v3("DELETE", path, token: admin).status == 403)
    let mutable: JSONValue = ["role": ["options": ["immutable": false]]]
    #expect(state.v3("PATCH", path, mutable, token: admin).status == 200)
    let changed = state.v3("PATCH", path, change, token: admin).document
    #expect(changed["role", "description"] == "x")
    #expect(changed["role", "options"] == ["immutable": false])
    #expect(state.v3("DELETE", path, token: admin).status == 204)
  }

  @Test func implicationIsThereOnce() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let role = state.make("role", ["name": "r"], token: admin)
    let reader = state.roles.named("reader")?.id ?? ""
    let path = "/roles/\(role)/implies/\(reader)"
    #expect(state.v3("HEAD", path, token: admin).status == 404)
    #expect(state.v3("PUT", path, token: admin).status == 201)
    #expect(state.v3("PUT", path, token: admin).status == 409)
    #expect(state.v3("HEAD", path, token: admin).status == 204)
    let list = state.v3("GET", "/roles/\(role)/implies", token: admin).document
    #expect(list["role_inference"]?.object?.elements("implies").count == 1)
    #expect(state.v3("GET", path, token: admin).status == 200)
    #expect(state.v3("DELETE", path, token: admin).status == 204)
    #expect(state.v3("DELETE", path, token: admin).status == 404)
    let highest = state.roles.named("admin")?.id ?? ""
    #expect(state.v3("PUT", "/roles/\(role)/implies/\(highest)", token: admin).status == 403)
  }
}
