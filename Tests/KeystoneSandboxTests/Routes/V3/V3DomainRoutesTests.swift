import Testing

@testable import KeystoneSandbox

@Suite struct V3DomainRoutesTests {
  @Test func domainIsDeletedWithAllButItsRolesOnceItIsOff() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let domain = state.make("domain", ["name": "d"], token: admin)
    let there: JSONValue = .string(domain)
    let ids = [
      "projects": state.make("project", ["name": "p", "domain_id": there], token: admin),
      "users": state.make("user", ["name": "u", "domain_id": there], token: admin),
      "groups": state.make("group", ["name": "g", "domain_id": there], token: admin),
      "roles": state.make("role", ["name": "r", "domain_id": there], token: admin),
    ]
    #expect(state.v3("DELETE", "/domains/\(domain)", token: admin).status == 403)
    let off: JSONValue = ["domain": ["enabled": false]]
    #expect(state.v3("PATCH", "/domains/\(domain)", off, token: admin).status == 200)
    #expect(state.v3("DELETE", "/domains/\(domain)", token: admin).status == 204)
    for (kind, id) in ids {
      let status = state.v3("GET", "/\(kind)/\(id)", token: admin).status
      #expect(status == (kind == "roles" ? 200 : 404))
    }
  }

  @Test func domainIsAProjectAsWell() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let domain = state.make("domain", ["name": "d"], token: admin)
    let project = state.v3("GET", "/projects/\(domain)", token: admin).document
    #expect(project["project", "is_domain"] == true)
    #expect(project["project", "domain_id"] == .null)
    let listed = state.v3("GET", "/projects?is_domain=true", token: admin).document
    #expect(listed.elements("projects").count == 2)
    #expect(state.v3("GET", "/projects", token: admin).document.elements("projects").count == 1)
    let renamed: JSONValue = ["project": ["name": "e"]]
    #expect(state.v3("PATCH", "/projects/\(domain)", renamed, token: admin).status == 200)
    #expect(state.v3("POST", "/domains", ["domain": ["name": "e"]], token: admin).status == 409)
  }

  @Test func idMayBeChosenAndLooksLikeOne() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let id = String(repeating: "a", count: 32)
    let sent: JSONObject = ["name": "d", "explicit_domain_id": .string(id)]
    #expect(state.make("domain", sent, token: admin) == id)
    let wrong: JSONValue = ["domain": ["name": "e", "explicit_domain_id": "x"]]
    #expect(state.v3("POST", "/domains", wrong, token: admin).status == 400)
  }
}
