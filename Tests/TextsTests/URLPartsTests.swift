import Testing
import Texts

@Suite struct URLPartsTests {
  typealias Case = (
    text: String, scheme: String, authority: String, rest: String, hostAndPort: String
  )

  static let cases: [Case] = [
    ("http://h", "http", "h", "", "h"),
    ("HTTPS://H:1/", "HTTPS", "H:1", "/", "H:1"),
    ("http://h:5000/v2.0?a=b#c", "http", "h:5000", "/v2.0?a=b#c", "h:5000"),
    ("http://h?a/b", "http", "h", "?a/b", "h"),
    ("http://h#a@b", "http", "h", "#a@b", "h"),
    ("http://", "http", "", "", ""),
    ("http:///x", "http", "", "/x", ""),
    ("://h", "", "h", "", "h"),
    ("http://[fd00::1]:5000/", "http", "[fd00::1]:5000", "/", "[fd00::1]:5000"),
    ("http://fd00::1:5000", "http", "fd00::1:5000", "", "fd00::1:5000"),
    ("http://me:secret@h/x@y", "http", "me:secret@h", "/x@y", "h"),
    ("http://me:p@ss@h", "http", "me:p@ss@h", "", "h"),
    ("http://me:secret@/x", "http", "me:secret@", "/x", ""),
    ("a:b://c", "a:b", "c", "", "c"),
    ("http:/a://b", "http:/a", "b", "", "b"),
    ("http://a://b", "http", "a:", "//b", "a:"),
    ("h\u{E9}://caf\u{E9}/\u{301}", "h\u{E9}", "caf\u{E9}", "/\u{301}", "caf\u{E9}"),
    (
      "http://h:$(public_port)s/%(tenant_id)s", "http", "h:$(public_port)s", "/%(tenant_id)s",
      "h:$(public_port)s"
    ),
    ("http://a\\b/c", "http", "a\\b", "/c", "a\\b"),
  ]

  @Test(arguments: cases)
  func `a text is cut at its delimiters`(test: Case) throws {
    let parts = try #require(URLParts(test.text))
    #expect(parts.scheme == test.scheme)
    #expect(parts.authority == test.authority)
    #expect(parts.rest.utf8.elementsEqual(test.rest.utf8))
    #expect(parts.hostAndPort == test.hostAndPort)
    #expect(parts.hasCredentials == (test.authority != test.hostAndPort))
  }

  @Test(arguments: ["", ":", "http", "http:", "http:/", "http:/h", "h:5000/v2.0", "/a:/b", "a:b:c"])
  func `what has no authority is not cut`(text: String) {
    #expect(URLParts(text) == nil)
  }
}
