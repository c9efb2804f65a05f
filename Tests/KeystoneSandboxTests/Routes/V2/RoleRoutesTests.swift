import Testing

@testable import KeystoneSandbox

@Suite struct RoleRoutesTests {
  @Test func memberGetsTheIdThatIsReservedForIt() {
    var state = SandboxState.make()
    let made = state.send("POST", "/OS-KSADM/roles", ["role": ["name": "_member_"]]).document
    #expect(made.text("role", "id") == Role.member.id)
    #expect(state.send("DELETE", "/OS-KSADM/roles/\(Role.member.id)").status == 204)
  }

  @Test func namesAreNotTrimmed() {
    var state = SandboxState.make()
    for name: JSONValue in ["op", " op", "op "] {
      let made = state.send("POST", "/OS-KSADM/roles", ["role": ["name": name]])
      #expect(made.document["role", "name"] == name)
    }
  }
}
