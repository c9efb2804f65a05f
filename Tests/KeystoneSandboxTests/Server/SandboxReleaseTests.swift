import Testing

@testable import KeystoneSandbox

@Suite struct SandboxReleaseTests {
  @Test func pikeAloneServesVersion2AndNamesTheSevenTemplatesOfItsTime() {
    #expect(SandboxRelease.allCases.filter(\.servesVersion2) == [.pike])
    #expect(SandboxRelease.pike.templateNames.contains("admin_endpoint"))
    #expect(SandboxRelease.zed.templateNames.contains("public_port"))
    #expect(!SandboxRelease.current.templateNames.contains("public_port"))
    #expect(SandboxRelease.allCases.map(\.rawValue) == ["pike", "22", "30"])
  }

  @Test(arguments: [SandboxRelease.zed, .current])
  func otherPathsArePages(release: SandboxRelease) {
    var state = SandboxState.make(release)
    for path in ["/v2.0/tenants", "/v3/nosuch", "/v3/regions/a%2Fb"] {
      let answer = state.answer(.make("GET", path, token: "ADMIN"))
      #expect(answer.status == 404)
      #expect(answer.header("Content-Type") == "text/html; charset=utf-8")
    }
    let wrong = state.answer(.make("PUT", "/v3/users", "{}", token: "ADMIN"))
    #expect(wrong.status == 405)
    #expect(wrong.document == ["message": "The method is not allowed for the requested URL."])
    #expect(wrong.header("Allow") == "GET, HEAD, POST, OPTIONS")
    #expect(state.answer(.make("POST", "/")).status == 405)
    let root = state.answer(.make("GET", "/", headers: [("Host", "k:5")]))
    #expect(root.status == 300)
    #expect(root.header("Location") == "http://k:5/v3/")
    let proxied = state.answer(
      .make("GET", "/v3", headers: [("Host", "k"), ("X-Forwarded-Proto", "https")])
    )
    let links = proxied.document["version"]?.object?.elements("links")
    #expect(links?.first?["href"] == "https://k/v3/")
  }

  @Test func bodyIsJSONWithItsWrapperAndNothingBesideIt() {
    var state = SandboxState.make(.current)
    for body in ["{", "[]", #"{"user": {"name": "u"}, "x": 1}"#, "{}"] {
      let headers = [(name: "Content-Type", value: "application/json")]
      let answer = state.answer(.make("POST", "/v3/users", body, token: "ADMIN", headers: headers))
      #expect(answer.status == 400)
    }
    let plain = [(name: "Content-Type", value: "text/plain")]
    let answer = state.answer(.make("POST", "/v3/users", "{}", token: "ADMIN", headers: plain))
    #expect(answer.document.text("error", "message").contains("Content-Type header"))
  }
}
