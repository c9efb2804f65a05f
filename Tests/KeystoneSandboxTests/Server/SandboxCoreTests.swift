import Testing

@testable import KeystoneSandbox

@Suite struct SandboxCoreTests {
  @Test func rehearsalLeavesNoTrace() {
    let core = SandboxCore(SandboxConfiguration())
    let request = SandboxRequest.make(
      "POST",
      "/v2.0/tenants",
      "{\"tenant\": {\"name\": \"t\"}}",
      token: "ADMIN"
    )
    #expect(core.rehearse(request).status == 200)
    #expect(core.withState { $0.tenants.all.count } == 0)
    #expect(core.answer(request).status == 200)
    #expect(core.withState { $0.tenants.all.count } == 1)
    #expect(core.rehearse(request).status == 409)
  }
}
