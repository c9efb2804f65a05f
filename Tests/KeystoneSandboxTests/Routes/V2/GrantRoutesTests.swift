import Testing

@testable import KeystoneSandbox

@Suite struct GrantRoutesTests {
  @Test func rolesWithoutATenantAskForTheTokenFirst() {
    var state = SandboxState.make()
    for (method, path) in [
      ("GET", "/users/u/roles"), ("PUT", "/users/u/roles/OS-KSADM/r"),
      ("DELETE", "/users/u/roles/OS-KSADM/r"),
    ] {
      #expect(state.send(method, path, token: nil).status == 401)
      #expect(state.send(method, path).status == 501)
    }
  }

  @Test func tenantIsMissedBeforeTheRole() {
    var state = SandboxState.make()
    let answer = state.send("PUT", "/tenants/t/users/u/roles/OS-KSADM/r")
    #expect(answer.document["error", "message"] == "Could not find project: t.")
  }
}
