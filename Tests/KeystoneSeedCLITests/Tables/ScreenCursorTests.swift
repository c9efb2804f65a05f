import Testing

@testable import KeystoneSeedCLI

@Suite struct ScreenCursorTests {
  static let texts: [(String, Int)] = [
    ("", 0), ("abc", 3), ("e\u{301}", 1), ("\u{1F469}\u{200D}\u{1F4BB}", 2),
    ("\u{1F44D}\u{1F3FD}", 2),
    ("#\u{FE0F}", 2), ("\u{231A}\u{FE0E}", 1), ("\u{1F1E9}\u{1F1EA}\u{1F1EB}", 4),
    ("\u{915}\u{94D}\u{937}\u{93F}", 2), ("a\u{903}", 2), ("a\u{200D}", 1),
    ("back\u{8}\u{8}\u{8}\u{8}over", 4), ("\u{8}a", 1), ("right\u{1B}[5Cof", 12),
    ("ab\u{1B}[9Dc", 2), ("abc\u{1B}[Gd", 3), ("#\u{1}\u{FE0F}", 1), ("\u{1B}", 0),
  ]

  @Test(arguments: texts)
  func comesAsFarAsTheTextIsWide(_ text: String, _ width: Int) {
    var cursor = ScreenCursor()
    cursor.write(text.unicodeScalars.map(\.value))
    #expect(cursor.reach == width)
  }
}
