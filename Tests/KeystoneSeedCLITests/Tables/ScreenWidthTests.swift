import Testing

@testable import KeystoneSeedCLI

@Suite struct ScreenWidthTests {
  @Test func isWhatTheOpenStackCommandTakesTextsFor() throws {
    let widths = try RecordedLists.widths()
    #expect(widths.count > 300)
    for (text, width) in widths {
      #expect(ScreenWidth.of(text) == width, "\(text.debugDescription)")
    }
  }

  @Test(
    arguments: [
      (0x41, 1), (0x4E2D, 2), (0x301, 0), (0x1F600, 2), (0xE9, 1),
    ] as [(UInt32, Int)]
  )
  func aCodePointHasAWidth(_ codePoint: UInt32, _ width: Int) {
    #expect(ScreenWidth.of(codePoint) == width)
  }
}
