import Testing

@testable import KeystoneSeedCLI

@Suite struct YAMLTextTests {
  @Test(arguments: [
    ("", #""""#), ("a: b # c", #""a: b # c""#), ("\"\\", #""\"\\""#), ("a\nb\t", #""a\x0ab\x09""#),
    ("é🔑", #""é🔑""#), ("\u{85}\u{2028}\u{FEFF}", #""\x85\u2028\ufeff""#),
    ("\u{10FFFF}", "\"\u{10FFFF}\""), ("\r\n", #""\x0d\x0a""#),
  ])
  func `a text is one line between double quotes`(text: String, quoted: String) {
    #expect(YAMLText.quoted(text) == quoted)
  }
}
