import KeystoneClient
import Testing

struct HTTPRequestDescriptionTests {
  private func texts(of value: some Any) -> [String] {
    var dumped = ""
    dump([value], to: &dumped)
    return ["\(value)", String(reflecting: value), "\([value])", dumped]
  }

  @Test("no text of a request shows its token, its body, or a token in its path")
  func request() {
    let request = HTTPRequest(
      .get,
      url: "http://operator:hunter2@127.0.0.1:35357/v2.0/tokens/opensesame?x=1",
      headers: [HTTPHeader("X-Auth-Token", "swordfish")],
      body: Array("tuna-salad".utf8)
    )
    for secret in ["hunter2", "opensesame", "swordfish", "tuna-salad", "116, 117"] {
      #expect(texts(of: request).allSatisfy { !$0.contains(secret) })
    }
    #expect("\(request)" == "GET http://127.0.0.1:35357/v2.0/tokens/(sensitive)?x=1")
  }

  @Test("no text of an answer shows its body, which may hold a token")
  func response() {
    let response = HTTPResponse(
      status: 200,
      headers: [HTTPHeader("X-Subject-Token", "swordfish")],
      body: Array("tuna".utf8)
    )
    #expect(texts(of: response).allSatisfy { !$0.contains("116") && !$0.contains("swordfish") })
    #expect("\(response)" == "200 with 4 bytes")
  }
}
