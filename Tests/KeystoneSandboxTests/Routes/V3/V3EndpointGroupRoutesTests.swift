import Testing

@testable import KeystoneSandbox

@Suite struct V3EndpointGroupRoutesTests {
  private let groups = "/OS-EP-FILTER/endpoint_groups"

  @Test func newestReleaseLooksAtTheBodyFirst() throws {
    for (release, status) in [(SandboxRelease.current, 400), (.zed, 403)] {
      var (state, _) = try SandboxState.bootstrapped(release)
      _ = state.make("user", ["name": "u", "password": "p", "domain_id": "default"])
      let token = state.logIn("u", "p")
      let answer = state.v3("POST", groups, ["endpoint_group": [:]], token: token)
      #expect(answer.status == status)
    }
  }

  @Test func releaseBeforeHasOtherWordsForAnotherKey() {
    let sent: JSONValue = [
      "endpoint_group": ["name": "g", "filters": ["interface": "public"], "more": true]
    ]
    for (release, words) in [
      (SandboxRelease.current, "Additional properties are not allowed ('more' was unexpected)"),
      (.zed, "'more' is an invalid keyword argument for EndpointGroup"),
    ] {
      var state = SandboxState.make(release)
      let answer = state.v3("POST", groups, sent)
      #expect(answer.status == 400)
      #expect(answer.document.text("error", "message").hasSuffix(words))
    }
  }
}
