import Testing

@testable import KeystoneSeedCLI

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("", ""),
    ("nova", "nova"),
    ("Zoë Ünïcode 東京 🙂", "Zoë Ünïcode 東京 🙂"),
    ("e\u{301}", "e\u{301}"),
    ("a\\x1bb", "a\\x1bb"),
    ("\u{1B}]0;title\u{7}", "\\x1b]0;title\\x07"),
    ("\u{1B}[31mred\u{1B}[0m", "\\x1b[31mred\\x1b[0m"),
    ("two\nlines\r\nand\ttab", "two\\nlines\\r\\nand\\ttab"),
    ("\0\u{7F}", "\\x00\\x7f"),
    ("\u{9B}31m", "\\x9b31m"),
    ("abc\u{202E}def\u{2066}", "abc\\u{202e}def\\u{2066}"),
    ("ad\u{200B}min", "ad\\u{200b}min"),
    ("\u{2028}\u{FEFF}", "\\u{2028}\\u{feff}"),
    ("soft\u{AD}hyphen", "soft\\xadhyphen"),
    ("\u{E0041}", "\\u{e0041}"),
    ("\u{E000}", "\\u{e000}"),
  ])
  func whatATerminalWouldObeyOrHideIsSpelledOut(text: String, shown: String) {
    #expect(TerminalText.harmless(text).utf8.elementsEqual(shown.utf8))
  }

  @Test func everyControlCharacterIsSpelledOut() {
    for value in Array(0..<UInt32(0x20)) + Array(0x7F...0x9F) {
      let text = Unicode.Scalar(value).map { TerminalText.harmless(String($0)) } ?? ""
      #expect(text.hasPrefix("\\"), "U+\(value)")
    }
  }
}
