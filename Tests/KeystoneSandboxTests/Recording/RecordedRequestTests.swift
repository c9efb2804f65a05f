import Testing

@testable import KeystoneSandbox

@Suite struct RecordedRequestTests {
  private let request = RecordedRequest(
    sequence: 1,
    connection: 1,
    app: .admin,
    method: "GET",
    target: "/v2.0/tokens/s3cret?a=b",
    headers: [.init(name: "X-Auth-Token", value: "s3cret")],
    body: "s3cret"
  )

  @Test func headersAndPathAreAtHand() {
    #expect(request.header("x-auth-token") == "s3cret")
    #expect(request.path == "/v2.0/tokens/s3cret")
  }

  @Test func secretsShowNeitherInTextsNorInMirrors() {
    #expect(!"\(request) \(String(reflecting: request))".contains("s3cret"))
    var dumped = ""
    dump(request, to: &dumped)
    #expect(!dumped.contains("s3cret"))
  }
}
