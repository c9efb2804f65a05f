import CurlHTTP
import Testing

struct HTTPResponseTests {
  @Test(
    arguments: [("content-type", "a/b"), ("CONTENT-TYPE", "a/b"), ("Vary", "1"), ("Location", nil)]
  )
  func aHeaderIsFoundWhateverItsCase(_ name: String, _ value: String?) {
    let headers = [
      HTTPHeader("Content-Type", "a/b"), HTTPHeader("vary", "1"), HTTPHeader("Vary", "2"),
    ]
    #expect(HTTPResponse(status: 200, headers: headers).header(name) == value)
  }
}
