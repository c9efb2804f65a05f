import Testing

@testable import KeystoneSandbox

@Suite struct V3GroupRoutesTests {
  @Test func groupIsMadeChangedAndDeleted() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let path = "/groups/" + state.make("group", ["name": "g"], token: admin)
    #expect(state.v3("POST", "/groups", ["group": ["name": "g"]], token: admin).status == 409)
    let change: JSONValue = ["group": ["name": " h ", "x": true]]
    let changed = state.v3("PATCH", path, change, token: admin).document
    #expect(changed["group", "name"] == "h" && changed["group", "x"] == true)
    #expect(changed["group", "description"] == "")
    let moved: JSONValue = ["group": ["domain_id": "x"]]
    #expect(state.v3("PATCH", path, moved, token: admin).status == 400)
    #expect(state.v3("DELETE", path, token: admin).status == 204)
    #expect(state.v3("GET", path, token: admin).status == 404)
  }

  @Test func membersComeAndGo() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let group = state.make("group", ["name": "g"], token: admin)
    let user = state.make("user", ["name": "u"], token: admin)
    let path = "/groups/\(group)/users/\(user)"
    #expect(state.v3("HEAD", path, token: admin).status == 404)
    for _ in 1...2 { #expect(state.v3("PUT", path, token: admin).status == 204) }
    #expect(state.v3("HEAD", path, token: admin).status == 204)
    let members = state.v3("GET", "/groups/\(group)/users", token: admin).document
    #expect(members.elements("users").map { $0["id"] } == [.string(user)])
    let groups = state.v3("GET", "/users/\(user)/groups", token: admin).document
    #expect(groups.elements("groups").map { $0["membership_expires_at"] } == [.null])
    #expect(state.v3("DELETE", path, token: admin).status == 204)
    #expect(state.v3("DELETE", path, token: admin).status == 404)
    #expect(state.v3("PUT", "/groups/\(group)/users/nosuch", token: admin).status == 404)
  }
}
