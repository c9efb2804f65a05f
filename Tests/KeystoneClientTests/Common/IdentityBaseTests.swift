import Testing

@testable import KeystoneClient

@Suite struct IdentityBaseTests {
  static let addresses = [
    ("http://h:5000", "http://h:5000/v2.0"),
    ("http://h:5000/", "http://h:5000/v2.0"),
    ("http://h:5000/v2.0", "http://h:5000/v2.0"),
    ("http://h:5000/v2.0//", "http://h:5000/v2.0"),
    ("http://h:5000/v3/", "http://h:5000/v2.0"),
    ("https://h/identity/v2.0", "https://h/identity/v2.0"),
    ("https://h/identity", "https://h/identity/v2.0"),
  ]

  @Test(arguments: addresses)
  func endsInTheVersion(_ address: String, _ expected: String) {
    #expect(IdentityBase(address).text == expected)
  }
}
