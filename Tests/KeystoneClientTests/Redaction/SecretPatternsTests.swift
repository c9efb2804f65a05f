import Foundation
import Testing

@testable import KeystoneClient

@Suite struct SecretPatternsTests {
  private func places(of secret: String, in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return SecretPatterns([Secret(secret)]).places(in: bytes)
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

  /// The body of a request holds a secret as JSON has it, and may be quoted in whatever alignment.
  @Test(arguments: [
    #"quo\"te\\back/sl1"#, #"quo\"te\\back\/sl1"#,
  ])
  func secretIsFoundAsJSONHasItInBase64AndHexadecimal(json: String) {
    for padding in ["", "x", "xx"] {
      let body = Data("\(padding){\"password\":\"\(json)\"}".utf8)
      let base64 = body.base64EncodedString()
      #expect(places(of: #"quo"te\back/sl1"#, in: "echo \(base64)") == [base64])
    }
    let digits = json.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    for separator in ["", ":"] {
      let hex = digits.joined(separator: separator)
      #expect(places(of: #"quo"te\back/sl1"#, in: "7b\(separator)\(hex)") == [hex])
      #expect(places(of: #"quo"te\back/sl1"#, in: hex.uppercased()) == [hex.uppercased()])
    }
  }

  @Test func secretIsFoundAsPythonHasItsJSON() {
    let base64 = Data(#"{"a": "m\u00fcller-\ud83d\ude80"}"#.utf8).base64EncodedString()
    #expect(places(of: "müller-🚀", in: base64) == [base64])
  }

  @Test(arguments: [
    ("gAAAAABfernet==", "gAAAAABfernet", "gAAAAABfernet"),
    ("it's a secret", #"it'\''s a secret"#, #"it'\''s a secret"#),
    ("it's a secret", #"it'"'"'s a secret"#, #"it'"'"'s a secret"#),
  ])
  func secretIsFoundWithoutItsPaddingAndInAShellsQuotes(
    secret: String,
    text: String,
    place: String
  ) {
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
    let patterns = SecretPatterns([Secret("abcdefgh"), Secret("efghijkl")])
    #expect(patterns.places(in: text) == [0..<8, 4..<12])
  }

  /// A token can have thousands of bytes, and a server can have made them all the same.
  @Test func tokenOfOneLetterTakesNoLongerThanTheText() {
    let token = String(repeating: "a", count: 20_000)
    let text = Array(String(repeating: "a", count: 200_000).utf8)
    #expect(SecretPatterns([Secret(token)]).places(in: text).count < 50)
  }
}
