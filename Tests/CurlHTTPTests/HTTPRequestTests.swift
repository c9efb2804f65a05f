import CurlHTTP
import Testing

@Suite struct HTTPRequestTests {
  private final class Sink: HTTPBodySink {
    func begin(status: Int, with bytes: UnsafeRawBufferPointer) -> Bool { true }
    func receive(_ bytes: UnsafeRawBufferPointer) {}
  }

  @Test func withoutItsSinkItIsTheSame() {
    var request = HTTPRequest(
      .put,
      url: "http://192.0.2.1/%7Ea?b",
      headers: [HTTPHeader("X-A", "b")],
      body: [1, 2]
    )
    request.timeout = .seconds(3)
    request.sink = Sink()
    let other = request.withoutSink()
    #expect(other.sink == nil)
    #expect(request.sink != nil)
    #expect(other.method == .put)
    #expect(other.url == "http://192.0.2.1/%7Ea?b")
    #expect(other.headers == [HTTPHeader("X-A", "b")])
    #expect(other.body == [1, 2])
    #expect(other.timeout == .seconds(3))
  }
}
