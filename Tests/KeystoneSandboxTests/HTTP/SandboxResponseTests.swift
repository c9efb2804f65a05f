import Testing

@testable import KeystoneSandbox

@Suite struct SandboxResponseTests {
  @Test(arguments: [
    ("application/json", "application/json", "{"), ("*/*", "text/html; charset=UTF-8", "<"),
    ("text/html", "text/html; charset=UTF-8", "<"),
    ("application/json, */*", "text/html; charset=UTF-8", "<"),
    ("", "text/plain; charset=UTF-8", "4"), ("text/plain", "text/plain; charset=UTF-8", "4"),
  ])
  func tooLargeTakesTheFormThatIsAskedFor(accept: String, type: String, start: String) {
    let response = SandboxResponse.tooLarge(accept: accept)
    #expect(response.status == 413)
    #expect(response.header("Content-Type") == type)
    #expect(String(decoding: response.body, as: UTF8.self).hasPrefix(start))
  }

  @Test(arguments: [
    ("application/json", "application/json", true), ("", "text/plain; charset=UTF-8", false),
    ("*/*", "text/plain; charset=UTF-8", false),
  ])
  func healthTakesTheFormThatIsAskedFor(accept: String, type: String, hasBody: Bool) {
    let response = SandboxResponse.healthy("GET", accept: accept)
    #expect(response.status == 200)
    #expect(response.header("Content-Type") == type)
    #expect(response.body.isEmpty != hasBody)
    #expect(SandboxResponse.healthy("HEAD", accept: accept).status == 204)
  }

  @Test func tooLargeInJSONHasAStatusLineForACode() {
    let document = SandboxResponse.tooLarge(accept: "application/json").document
    #expect(document["code"] == "413 Request Entity Too Large")
    #expect(document["error"] == nil)
  }

  @Test func documentsAreJSONThatVariesWithTheToken() {
    let response = SandboxResponse.json(200, "OK", ["a": "é"])
    #expect(response.header("Content-Type") == "application/json")
    #expect(response.header("Vary") == "X-Auth-Token")
    #expect(String(decoding: response.body, as: UTF8.self) == #"{"a": "\u00e9"}"#)
    #expect(SandboxResponse.noContent.header("Content-Type") == nil)
  }
}
