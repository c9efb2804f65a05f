import Testing

@testable import KeystoneSandbox

@Suite struct VersionDocumentTests {
  @Test(arguments: [
    ([SandboxApp.admin], "http://127.0.0.1:35357/v2.0/"),
    ([.public], "http://127.0.0.1:5000/v2.0/"),
  ])
  func versionNamesItsOwnApp(apps: [SandboxApp], url: String) {
    var state = SandboxState.make()
    let version = state.send("GET", "", token: nil, apps: apps).document["version"]?.object
    #expect(version?.elements("links").map { $0.object?["href"] }[0] == .string(url))
  }

  @Test func rootNamesTheVersionsThatAreServed() {
    var state = SandboxState.make()
    let response = state.answer(.make("GET", "/"))
    #expect(response.status == 300)
    #expect(response.header("x-openstack-request-id") == nil)
    let values = response.document["versions"]?.object?.elements("values") ?? []
    #expect(values.map { $0.object?["id"] } == ["v2.0", "v3.8"])
    let third = state.answer(.make("GET", "/v3")).document["version"]?.object
    #expect(third?["id"] == "v3.8")
  }

  @Test func releasesAfterPikeSayTheSame() {
    for release in [SandboxRelease.zed, .current] {
      var state = SandboxState.make(release)
      let values = state.answer(.make("GET", "/")).document["versions"]?.object?.elements("values")
      #expect(values?.map { $0["id"] } == ["v3.14"])
    }
  }
}
