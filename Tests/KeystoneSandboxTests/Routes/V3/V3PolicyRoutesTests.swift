import Testing

@testable import KeystoneSandbox

@Suite struct V3PolicyRoutesTests {
  @Test func callerComesBeforeTheBodyWhichHasTheWordsOfOld() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    _ = state.make("user", ["name": "u", "password": "p", "domain_id": "default"])
    let token = state.logIn("u", "p")
    let broken: JSONValue = ["policy": ["blob": "x"]]
    #expect(state.v3("POST", "/policies", broken, token: token).status == 403)
    let answer = state.v3("POST", "/policies", broken, token: admin)
    #expect(answer.status == 400)
    let words = "'type' is a required property\n\nFailed validating 'required' in schema"
    #expect(answer.document.text("error", "message").hasPrefix(words))
  }

  @Test func otherIDIsRefused() throws {
    var (state, admin) = try SandboxState.bootstrapped()
    let sent: JSONValue = ["policy": ["blob": "x", "type": ""]]
    let id = state.v3("POST", "/policies", sent, token: admin).document.text("policy", "id")
    let change: JSONValue = ["policy": ["id": "other", "blob": "y"]]
    let answer = state.v3("PATCH", "/policies/\(id)", change, token: admin)
    #expect(answer.status == 400)
    #expect(answer.document.text("error", "message") == "Cannot change policy ID")
  }
}
