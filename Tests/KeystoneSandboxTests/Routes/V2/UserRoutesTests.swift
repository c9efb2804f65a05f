import Testing

@testable import KeystoneSandbox

@Suite struct UserRoutesTests {
  @Test func keysAreRewrittenAtCreationAndKeptAtAnUpdate() {
    var state = SandboxState.make()
    let made = state.send("POST", "/users", ["user": ["name": "u", "a-b:c": true]]).document
    #expect(made["user", "a_b_c"] == true)
    let path = "/users/" + made.text("user", "id")
    let updated = state.send("PUT", path, ["user": ["a-b:c": false]]).document
    #expect(updated["user", "a-b:c"] == false)
  }

  @Test(arguments: ["password", "enabled", "tenant"])
  func routesWithAndWithoutTheExtensionsNameAreTheSame(aspect: String) {
    var state = SandboxState.make()
    let made = state.send("POST", "/users", ["user": ["name": "u"]]).document
    for prefix in ["", "OS-KSADM/"] {
      let path = "/users/\(made.text("user", "id"))/\(prefix)\(aspect)"
      #expect(state.send("PUT", path, ["user": ["enabled": true, "email": "x"]]).status == 200)
    }
  }

  @Test func anythingButAnObjectForAPasswordIs400() {
    var state = SandboxState.make()
    let answer = state.send("PUT", "/users/x/password", ["user": nil], token: nil)
    #expect(answer.document["error", "message"] == "argument of type 'NoneType' is not iterable")
  }

  @Test func passwordIsNowhereInAnAnswer() {
    var state = SandboxState.make()
    for body: JSONValue in [
      ["user": ["name": "a", "password": "hunter2"]],
      ["user": ["name": "b", "OS-KSADM:password": "hunter2"]],
      ["user": ["name": "c", "OS_KSADM_password": "hunter2", "original_password": "hunter2"]],
    ] {
      let answer = state.send("POST", "/users", body)
      #expect(answer.status == 200)
      #expect(!JSONWriter.text(of: .object(answer.document)).contains("hunter2"))
    }
  }
}
