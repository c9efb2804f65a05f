import NIOHTTP1
import Testing

@testable import KeystoneSandbox

@Suite struct SandboxExchangeTests {
  private func exchange(
    _ method: HTTPMethod = .GET,
    _ version: HTTPVersion = .http1_1,
    _ headers: HTTPHeaders = [:]
  ) -> SandboxExchange {
    SandboxExchange(
      request: .make(),
      head: HTTPRequestHead(version: version, method: method, uri: "/", headers: headers)
    )
  }

  @Test func lengthIsAlwaysSaidButFor204() {
    let head = exchange().head(of: .json(200, "OK", [:]))
    #expect(head.headers["Content-Length"] == ["2"])
    #expect(exchange().head(of: .options).headers["Content-Length"] == ["0"])
    #expect(exchange().head(of: .noContent).headers["Content-Length"].isEmpty)
  }

  @Test func reasonIsKeystonesOwn() {
    let head = exchange().head(of: .json(300, "Multiple Choices", [:]))
    #expect(head.status.code == 300)
    #expect(head.status.reasonPhrase == "Multiple Choices")
    #expect(SandboxResponse.fault(503, "text/html", []).reason == "Service Unavailable")
  }

  @Test func connectionIsKeptUnlessTheClientSaysOtherwise() {
    #expect(exchange().keepsAlive)
    #expect(!exchange(.GET, .http1_0).keepsAlive)
    let closing = exchange(.GET, .http1_1, ["Connection": "close"])
    #expect(closing.head(of: .options).headers["Connection"] == ["close"])
  }

  @Test func onlyHeadWantsNoBody() {
    #expect(!exchange(.HEAD).wantsBody)
    #expect(exchange(.DELETE).wantsBody)
  }
}
