import Testing

@testable import KeystoneClient

@Suite struct CallTests {
  @Test func encodesPathAndQuery() throws {
    let call = Call(.get, "tenants", "a b", "users", query: [("limit", "1"), ("name", "é&=")])
    #expect(try call.target() == "/tenants/a%20b/users?limit=1&name=%C3%A9%26%3D")
    #expect(call.shownPath == "/tenants/a b/users")
    #expect(try Call(.get).target().isEmpty)
  }

  @Test func showsNoToken() throws {
    let call = Call(.delete, "tokens", "abc", secrets: [Secret("abc")])
    #expect(try call.target() == "/tokens/abc")
    #expect(call.shownPath == "/tokens/(sensitive)")
    #expect(Call(.post, "tokens").shownPath == "/tokens")
    let slashed = Call(.delete, "tokens", "a/b", secrets: [Secret("a/b")])
    #expect(throws: KeystoneError(.unusableID("(sensitive)"))) { try slashed.target() }
  }

  @Test func hasNoPathForAnEmptyID() {
    #expect(throws: KeystoneError(.unusableID(""))) { try Call(.get, "tenants", "").target() }
  }
}
