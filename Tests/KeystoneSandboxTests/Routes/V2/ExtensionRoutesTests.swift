import Testing

@testable import KeystoneSandbox

@Suite struct ExtensionRoutesTests {
  @Test(arguments: [(SandboxApp.admin, "OS-KSADM"), (.public, "OS-KSCRUD")])
  func eachAppHasItsOwn(app: SandboxApp, alias: String) {
    var state = SandboxState.make()
    let list = state.send("GET", "/extensions", token: nil, apps: [app]).document
    let values = list["extensions"]?.object?.elements("values") ?? []
    #expect(values.map { $0.object?["alias"] } == [.string(alias), .string("OS-EC2")])
    #expect(state.send("GET", "/extensions/\(alias)", token: nil, apps: [app]).status == 200)
    #expect(state.send("GET", "/extensions/x", token: nil, apps: [app]).status == 404)
  }
}
