import Convergence
import Testing

@Suite struct RetryAfterTests {
  /// 06 Nov 1994 08:49:37 GMT, the example of RFC 9110.
  private let now = 784_111_777

  @Test(arguments: [
    ("0", 0), ("120", 120), (" 7", 7), ("Sun, 06 Nov 1994 08:49:47 GMT", 10),
    ("Sunday, 06-Nov-94 08:50:37 GMT", 60), ("Sun Nov  6 08:49:37 1994", 0),
    ("Sun, 06 Nov 1994 08:00:00 GMT", 0),
  ])
  func secondsAndDatesAreUnderstood(text: String, seconds: Int) {
    #expect(RetryAfter(text).delay(now: now) == .seconds(seconds))
  }

  @Test(arguments: ["", "soon", "-1", "1.5", "Sun, 06 Foo 1994 08:49:37 GMT", "06 Nov 1994"])
  func anythingElseSaysNothing(text: String) {
    #expect(RetryAfter(text).delay(now: now) == nil)
  }
}
