import Testing

@testable import KeystoneSandbox

@Suite struct PercentEncodingTests {
  @Test(arguments: [
    ("abc", "abc"), ("a%20b", "a b"), ("%C3%BC%c3%bc", "üü"), ("%", "%"), ("%4", "%4"),
    ("%zz", "%zz"), ("%+1", "%+1"), ("%2541", "%41"),
  ])
  func whatIsNoEscapeStandsForItself(text: String, decoded: String) {
    #expect(PercentEncoding.decoded(text) == Array(decoded.utf8))
  }
}
