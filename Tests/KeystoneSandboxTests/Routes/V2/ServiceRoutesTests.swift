import Testing

@testable import KeystoneSandbox

@Suite struct ServiceRoutesTests {
  @Test func wrapperMayBeSpelledAsPythonHasIt() {
    var state = SandboxState.make()
    for wrapper in ["OS-KSADM:service", "OS_KSADM_service"] {
      let body: JSONValue = [wrapper: ["type": "t"]]
      let made = state.send("POST", "/OS-KSADM/services", body)
      #expect(made.document["OS-KSADM:service", "type"] == "t")
    }
  }
}
