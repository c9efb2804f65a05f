import Testing

@testable import CurlHTTP

struct HTTPProxyTests {
  @Test(arguments: [(0, nil), (200, nil), (403, 403), (407, 407), (503, 503)])
  func answerToCONNECTIsARefusalOrNot(status: Int, refusedTunnel: Int?) {
    let proxy = HTTPProxy("http://proxy:3128", variable: "https_proxy")
    #expect(proxy.refusingTunnel(status).refusedTunnel == refusedTunnel)
  }

  @Test func nothingOfItSteersATerminal() {
    #expect(HTTPProxy("http://p\u{1B}", variable: "x\u{7}").address == "http://p\u{FFFD}")
    #expect(HTTPProxy("http://p\u{1B}", variable: "x\u{7}").variable == "x\u{FFFD}")
  }
}
