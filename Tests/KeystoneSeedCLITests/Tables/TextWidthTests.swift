import Testing

@testable import KeystoneSeedCLI

@Suite struct TextWidthTests {
  static let widths: [(String, Int)] = [
    ("", 0),
    ("admin", 5),
    ("中文", 4),
    ("한국어", 6),
    ("カナ", 4),
    ("ｆ", 2),
    ("\u{3000}", 2),
    ("\u{303F}", 1),
    ("\u{3040}", 2),
    ("\u{3099}", 0),
    ("e\u{301}", 1),
    ("é", 1),
    ("😀", 1),
    ("👩\u{200D}💻", 3),
    ("\u{20000}", 1),
    ("\t", 1),
    ("\r", 1),
    ("\0", 0),
    ("\u{1F}", 0),
    ("a\u{8}", 0),
    ("\u{7F}", -1),
    ("\u{1B}[31mred\u{1B}[0m", 3),
    ("\u{1B}[m", 0),
    ("\u{1B}[1;32mé", 1),
    ("\u{1B}[31", 4),
    ("\u{1B}[2J", 4),
    ("\u{1B}\u{1B}[0m", 1),
    ("\u{1B}[0m\u{301}x", 1),
  ]

  @Test(arguments: widths)
  func isThatOfPrettytable(_ text: String, _ width: Int) {
    #expect(TextWidth.of(text) == width)
  }

  /// `sum(1 for c in range(0x110000) if unicodedata.combining(unichr(c)))` says 594 in Python 2.7,
  /// and the sum of these code points is 8867951.
  @Test func combiningCharactersAreThoseOfUnicode5() {
    let combining = (0x300...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
      .filter { TextWidth.of(String($0)) == 0 }
    #expect(combining.count == 594)
    #expect(combining.reduce(0) { $0 + Int($1.value) } == 8867951)
  }

  @Test(arguments: ["\u{859}", "\u{1DFC}", "\u{FE2E}", "\u{1AC0}", "\u{1E8D0}"])
  func whatBecameCombiningLaterCountsOne(_ text: String) {
    #expect(TextWidth.of(text) == 1)
  }
}
