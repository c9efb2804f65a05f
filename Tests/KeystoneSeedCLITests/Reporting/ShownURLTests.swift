import Testing

@testable import KeystoneSeedCLI

@Suite struct ShownURLTests {
  @Test(arguments: [
    ("http://a:5000/v2.0/users", "http://a:5000", "/v2.0/users"),
    ("http://me:s3cret@a/v2.0", "http://a", "/v2.0"),
    ("http://me:s3@cret@a", "http://a", ""),
    ("http://me:s3cret@/v2.0", "http://", "/v2.0"),
    ("http://me:s3cret@", "http://", ""),
    ("http://a/x@y", "http://a", "/x@y"),
    ("http://a?x@y", "http://a", "?x@y"),
    ("no URL\u{7}", "no URL\\x07", ""),
  ])
  func credentialsAreLeftOut(url: String, origin: String, path: String) {
    let shown = ShownURL(url)
    #expect(shown.origin == origin)
    #expect(shown.path == path)
  }
}
