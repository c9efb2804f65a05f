import Testing
import Texts

struct StringCodePointsTests {
  /// In order, each of them different from all others; short ones, long ones, and ones that are
  /// equal to Swift.
  private static let texts = [
    "", "A", "Ab", "B", "a", "a\u{0}", "aa", String(repeating: "a", count: 40),
    String(repeating: "a", count: 40) + "b", "e\u{301}", "e\u{301}\u{323}", "e\u{323}\u{301}", "z",
    "\u{E9}", "\u{212B}", "\u{FFFD}", "\u{10000}",
  ]

  @Test func `texts are ordered by their code points, and equal only to themselves`() {
    for (index, left) in Self.texts.enumerated() {
      for (other, right) in Self.texts.enumerated() {
        #expect(left.hasSameCodePoints(as: right) == (index == other), "\(left) \(right)")
        #expect(left.precedesInCodePoints(right) == (index < other), "\(left) \(right)")
      }
    }
  }

  @Test func `where a text came from does not matter`() {
    let text = "a name of more than fifteen bytes"
    let part = String("<\(text)>".dropFirst().dropLast())
    let joined = text.map(String.init).joined()
    #expect(part.hasSameCodePoints(as: text))
    #expect(joined.hasSameCodePoints(as: part))
    #expect(!joined.precedesInCodePoints(part))
  }

  @Test func `a part is found wherever it stands, and only whole`() {
    for part in ["", "a", "ab", "b c", " c", "ab c"] { #expect("ab c".holds(part), "\(part)") }
    for part in ["ac", "c ", "ab c ", "B", "e\u{301}"] { #expect(!"ab c".holds(part), "\(part)") }
    #expect("".holds(""))
    #expect(!"".holds("a"))
    #expect("aab".holds("ab"))
  }

  @Test func `letters are the same whatever their case, and nothing else is`() {
    #expect("Content-Type".hasSameLetters(as: "content-tYPE"))
    #expect(!"Content-Type".hasSameLetters(as: "Content-Typ"))
    for (left, right) in [("[", "{"), ("@", "`"), ("\u{C9}", "\u{E9}"), ("K", "\u{212A}")] {
      #expect(!left.hasSameLetters(as: right), "\(left) \(right)")
    }
  }

  @Test func `a beginning is the same whatever the case of its letters`() {
    for text in ["http://h", "HTTP://h", "hTTp://"] {
      #expect(text.beginsWithLetters(of: "http://"), "\(text)")
    }
    for text in ["", "http:/", "https://h", " http://h", "\u{212A}"] {
      #expect(!text.beginsWithLetters(of: "http://"), "\(text)")
    }
    #expect("x".beginsWithLetters(of: ""))
    #expect(!"\u{212A}".beginsWithLetters(of: "K"))
  }

  @Test func `each byte counts, be it the last or one of several`() {
    for text in ["", "a", "abcabc", String(repeating: "a", count: 100)] {
      #expect(text.hasOnlyBytes { $0 < 0x80 }, "\(text)")
    }
    for text in [
      "\u{E9}", "abc\u{E9}", "\u{E9}abc", String(repeating: "a", count: 100) + "\u{20AC}",
    ] {
      #expect(!text.hasOnlyBytes { $0 < 0x80 }, "\(text)")
      #expect(text.hasOnlyBytes { _ in true })
    }
    // A text that is no run of bytes of its own.
    let part = "xx\u{E9}yy".dropFirst(2).dropLast(2)
    #expect(!String(part).hasOnlyBytes { $0 < 0x80 })
  }
}
