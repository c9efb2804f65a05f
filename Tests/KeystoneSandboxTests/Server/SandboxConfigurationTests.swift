import Testing

@testable import KeystoneSandbox

@Suite struct SandboxConfigurationTests {
  @Test func adminTokenAndPasswordAreInNoMirror() {
    var dumped = ""
    dump(SandboxConfiguration(adminToken: "s3cret", adminPassword: "s3cret"), to: &dumped)
    #expect(!dumped.contains("s3cret"))
  }
}
