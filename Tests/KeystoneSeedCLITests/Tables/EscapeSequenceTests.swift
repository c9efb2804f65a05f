import Testing

@testable import KeystoneSeedCLI

@Suite struct EscapeSequenceTests {
  private func codePoints(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  static let sequences: [(String, Int?, EscapeSequence.Movement?)] = [
    ("\u{1B}[31mred", 5, nil), ("\u{1B}[5Cx", 4, .right(5)), ("\u{1B}[Dx", 3, .left(1)),
    ("\u{1B}[7Gx", 4, .column(6)), ("\u{1B}[5;3Cx", 6, .right(5)), ("\u{1B}[5 Cx", 5, nil),
    ("\u{1B}[\u{E9}", 2, nil), ("\u{1B}]0;t\u{7}x", 6, nil), ("\u{1B}]0;t\u{1B}\\x", 7, nil),
    ("\u{1B}]0;t", 2, nil), ("\u{1B}P\u{1B}x", 2, nil), ("\u{1B}(B", 3, nil), ("\u{1B}(", nil, nil),
    ("\u{1B}%G", 3, nil), ("\u{1B}%\u{E9}", nil, nil), ("\u{1B}c", 2, nil), ("\u{1B}", nil, nil),
    ("\u{1B}\u{E9}", nil, nil), ("\u{1B}[99999999999999999999C", 23, .right(10_000)),
  ]

  @Test(arguments: sequences)
  func endsWhereATerminalTakesItToEnd(
    _ text: String,
    _ end: Int?,
    _ movement: EscapeSequence.Movement?
  ) {
    let sequence = EscapeSequence(in: codePoints(text), at: 0)
    #expect(sequence?.end == end)
    #expect(sequence?.movement == movement)
  }

  @Test(arguments: [
    ("plain", false), ("\u{1B}[31mred", false), ("a\u{1B}[2Cb", true), ("a\u{8}b", true),
  ])
  func movingIsSeen(_ text: String, _ moves: Bool) {
    #expect(EscapeSequence.moves(in: codePoints(text)) == moves)
  }

  @Test func whatIsObeyedIsStripped() {
    let text = codePoints("\u{1}a\u{1B}[31mb\u{1B}]0;t\u{7}\u{9B}c\u{1B}")
    #expect(EscapeSequence.stripped(text) == codePoints("abc"))
  }
}
