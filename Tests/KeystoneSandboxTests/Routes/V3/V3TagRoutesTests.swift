import Testing

@testable import KeystoneSandbox

@Suite struct V3TagRoutesTests {
  @Test func tagsComeAndGoOneByOneAndTogether() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let path = "/projects/" + state.make("project", ["name": "p"], token: admin) + "/tags"
    #expect(state.v3("PUT", path, ["tags": ["b", "a"]], token: admin).status == 200)
    #expect(state.v3("PUT", path + "/c", token: admin).status == 201)
    #expect(state.v3("PUT", path + "/c", token: admin).status == 400)
    #expect(state.v3("PUT", path + "/c,d", token: admin).status == 400)
    #expect(state.v3("GET", path + "/c", token: admin).status == 204)
    #expect(state.v3("DELETE", path + "/a", token: admin).status == 204)
    #expect(state.v3("DELETE", path + "/a", token: admin).status == 404)
    #expect(state.v3("GET", path, token: admin).document["tags"] == ["b", "c"])
    for (query, count) in [
      ("tags=b,c", 1), ("tags=b,x", 0), ("tags-any=x,c", 1), ("not-tags=b,c", 1),
      ("not-tags-any=c", 1),
    ] {
      let list = state.v3("GET", "/projects?" + query, token: admin).document
      #expect(list.elements("projects").count == count)
    }
    #expect(state.v3("DELETE", path, token: admin).status == 204)
    #expect(state.v3("GET", path, token: admin).document["tags"] == [])
    #expect(state.v3("PUT", path, ["tags": "x"], token: admin).status == 400)
  }
}
