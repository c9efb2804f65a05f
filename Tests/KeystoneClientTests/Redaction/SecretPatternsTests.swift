import Testing

@testable import KeystoneClient

@Suite struct SecretPatternsTests {
  private func places(of secret: String, in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return SecretPatterns([Sensitive(secret)]).places(in: bytes)
      .map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    ("swordfish", "xswordfishx", "swordfish"), ("swordfish", "SWORDFISH", "SWORDFISH"),
    ("swordfish", "73776f726466697368", "73776f726466697368"),
    ("swordfish", "dTpzd29yZGZpc2g=", "dTpzd29yZGZpc2g="),
    ("sword fish", "sword+fish", "sword+fish"),
    ("müller-1", "mÃ¼ller-1", "mÃ¼ller-1"), ("müller-1", "MÜLLER-1", "MÜLLER-1"),
    ("abc", "(abc)", "abc"), ("abc", "YWJj", "YWJj"), ("abc", "bm92YTphYmM=", "bm92YTphYmM="),
  ])
  func secretIsFound(secret: String, text: String, place: String) {
    #expect(places(of: secret, in: text) == [place])
  }

  /// A short secret is found alone, and a word of the same letters is not a secret.
  @Test(arguments: [
    ("abc", "abcd"), ("abc", "xabc"), ("abc", "ABC"), ("ADMIN", "admin"), ("a", ""),
  ])
  func wordIsNoSecret(secret: String, text: String) {
    #expect(places(of: secret, in: text).isEmpty)
  }

  @Test func secretsThatOverlapAreBothFound() {
    let text = Array("abcdefghijkl".utf8)
    let patterns = SecretPatterns([Sensitive("abcdefgh"), Sensitive("efghijkl")])
    #expect(patterns.places(in: text) == [0..<8, 4..<12])
  }

  /// A token can have thousands of bytes, and a server can have made them all the same.
  @Test func tokenOfOneLetterTakesNoLongerThanTheText() {
    let token = String(repeating: "a", count: 20_000)
    let text = Array(String(repeating: "a", count: 200_000).utf8)
    #expect(SecretPatterns([Sensitive(token)]).places(in: text).count < 50)
  }
}
