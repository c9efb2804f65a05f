import Testing

@testable import KeystoneSandbox

@Suite struct V3AccessRuleRoutesTests {
  @Test func ruleHasAPathAndIsTheUsersOwn() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let user = state.users.named("admin")?.id ?? ""
    func make(_ name: JSONValue, _ rule: JSONValue) -> JSONValue {
      ["application_credential": ["name": name, "access_rules": [rule]]]
    }
    let path = "/users/\(user)/application_credentials"
    let whole: JSONValue = ["service": "image", "method": "GET", "path": "/v2/images"]
    #expect(state.v3("POST", path, make("a", whole), token: admin).status == 201)
    let bare: JSONValue = ["service": "image", "method": "GET", "path": "v2/images"]
    #expect(state.v3("POST", path, make("b", bare), token: admin).status == 400)
    // Both are a page: nothing caught the exception.
    for broken: JSONValue in [["id": "nosuch"], ["path": "/v2/images"]] {
      #expect(state.v3("POST", path, make("c", broken), token: admin).status == 500)
    }
    let rules = "/users/\(user)/access_rules"
    #expect(state.v3("GET", rules + "?method=PUT", token: admin).document["access_rules"] == [])
    let list = state.v3("GET", rules, token: admin).document.elements("access_rules")
    #expect(list.map { $0["path"] } == ["/v2/images"])
    _ = state.make("user", ["name": "u", "password": "p", "domain_id": "default"])
    let token = state.logIn("u", "p")
    #expect(state.v3("GET", rules, token: token).status == 403)
  }
}
