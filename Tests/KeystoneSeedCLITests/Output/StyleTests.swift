import Testing

@testable import KeystoneSeedCLI

@Suite struct StyleTests {
  @Test func inkIsPutOnAndTakenOff() {
    #expect(Style(isColored: true).paint("+", .green) == "\u{1B}[32m+\u{1B}[0m")
  }

  @Test(arguments: Style.Ink.allCases)
  func plainTextStaysAsItIs(ink: Style.Ink) {
    #expect(Style.plain.paint("+", ink) == "+")
  }
}
