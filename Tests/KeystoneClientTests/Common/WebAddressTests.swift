import Testing

@testable import KeystoneClient

@Suite struct WebAddressTests {
  static let addresses: [(String, String, String)] = [
    ("http://h:35357/v2.0", "http://h:35357", "/v2.0"),
    ("HTTPS://Host.Example/x?y=1#z", "https://host.example", "/x?y=1"),
    ("http://h:80", "http://h", ""),
    ("https://h:443/", "https://h", "/"),
    ("https://h:80/", "https://h:80", "/"),
    ("http://user:p@ss@h:5000/", "http://h:5000", "/"),
    ("http://[FD00::1]:5000/v2.0", "http://[fd00::1]:5000", "/v2.0"),
    ("http://[fd00::1]/v2.0", "http://[fd00::1]", "/v2.0"),
    ("http://h?x", "http://h", "?x"),
  ]

  @Test(arguments: addresses)
  func takesApart(_ text: String, _ origin: String, _ target: String) throws {
    let address = try #require(WebAddress(text))
    #expect(address.origin == origin)
    #expect(address.target == target)
  }

  @Test(arguments: ["", "h:5000", "ftp://h", "http://", "http:///x", "http://h:port/", "/v2.0"])
  func isNothingElse(_ text: String) {
    #expect(WebAddress(text) == nil)
  }

  static let locations: [(String, String?)] = [
    ("http://h:5000/v2.0/users/", "http://h:5000/v2.0/users/"),
    ("https://other/x", "https://other/x"),
    ("//other/x", "http://other/x"),
    ("/elsewhere", "http://h:5000/elsewhere"),
    ("tenants", "http://h:5000/v2.0/tenants"),
    ("", nil),
    ("mailto:a@b", nil),
    ("/a\u{1B}[31m", nil),
    ("/a b", nil),
    ("//h\u{E9}/", nil),
  ]

  @Test(arguments: locations)
  func resolves(_ location: String, to expected: String?) throws {
    let address = try #require(WebAddress("http://h:5000/v2.0/users?name=a/b"))
    #expect(address.resolving(location)?.text == expected)
  }
}
