import Testing

@testable import KeystoneSandbox

@Suite struct RoleRefRoutesTests {
  @Test func refNeedsAnObjectAndBothIds() {
    var state = SandboxState.make()
    #expect(state.send("POST", "/users/u/roleRefs", ["role": nil]).status == 500)
    let answer = state.send("POST", "/users/u/roleRefs", ["role": [:]])
    #expect(answer.document["error", "message"] == "Could not find project: None.")
    #expect(state.send("DELETE", "/users/u/roleRefs/tenantId=t").status == 400)
    #expect(state.send("DELETE", "/users/u/roleRefs/roleId=r&tenantId=t").status == 404)
  }
}
