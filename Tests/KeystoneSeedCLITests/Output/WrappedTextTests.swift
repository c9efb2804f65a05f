import Testing

@testable import KeystoneSeedCLI

@Suite struct WrappedTextTests {
  @Test func `what fits is one line`() {
    #expect(WrappedText.lines(of: "a b", indent: "  ", width: 5) == ["  a b"])
    #expect(WrappedText.lines(of: "a  b c d e f", indent: "", width: nil) == ["a  b c d e f"])
  }

  @Test func `what does not is broken between words`() {
    #expect(
      WrappedText.lines(of: "aa bb cc", indent: "- ", hanging: "  ", width: 7) == [
        "- aa bb", "  cc",
      ]
    )
    #expect(WrappedText.lines(of: "a longer b", indent: "", width: 4) == ["a", "longer", "b"])
  }
}
