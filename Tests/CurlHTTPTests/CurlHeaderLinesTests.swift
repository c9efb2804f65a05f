import CLibcurl
import Testing

@testable import CurlHTTP

struct CurlHeaderLinesTests {
  @Test(
    arguments: [
      (HTTPRequest(.get, url: ""), ["Accept: application/json", "Content-Type:"]),
      (
        HTTPRequest(.post, url: "", body: []),
        ["Accept: application/json", "Content-Type: application/json"]
      ),
      (
        HTTPRequest(.put, url: "", headers: [HTTPHeader("accept", "*/*"), HTTPHeader("X-A", "")]),
        ["accept: */*", "X-A;", "Content-Type:"]
      ),
      (
        HTTPRequest(.patch, url: "", headers: [HTTPHeader("Content-type", "a/b")], body: [1]),
        ["Content-type: a/b", "Accept: application/json"]
      ),
      (
        HTTPRequest(.post, url: "", body: Array(repeating: 1, count: 1 << 20)),
        ["Accept: application/json", "Content-Type: application/json", "Expect:"]
      ),
    ]
  )
  func theCallersLinesComeFirstAndTakeThePlaceOfOurs(_ request: HTTPRequest, _ lines: [String]) {
    let headerLines = CurlHeaderLines(request)
    withExtendedLifetime(headerLines) {
      let list = sequence(first: headerLines.list, next: { $0?.pointee.next })
      #expect(list.compactMap { $0.map { String(cString: $0.pointee.data) } } == lines)
    }
  }
}
