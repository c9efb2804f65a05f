import Testing

@testable import KeystoneSeedCLI

@Suite struct StampedTextTests {
  @Test func stampIsAtTheEndOfTheFirstLine() {
    let text = StampedText.stamped("# of a cloud.\nroles: []\n")
    let first = text.prefix { $0 != "\n" }
    #expect(first.hasPrefix("# of a cloud. (checksum "))
    #expect(first.utf8.count == "# of a cloud. (checksum 00000000)".utf8.count)
    #expect(text.hasSuffix(")\nroles: []\n"))
    #expect(StampedText.unstamped(first) == "# of a cloud.")
  }

  /// The checksum of nothing, as FNV-1a has it.
  @Test func stampIsOfWhatFollows() {
    #expect(StampedText.stamped("# a") == "# a (checksum 811c9dc5)")
    let texts = ["# a\nb", "# c\nb"].map { StampedText.stamped($0) }
    #expect(texts[0].dropFirst(3) == texts[1].dropFirst(3))
  }

  @Test func whatHasNoCommentHasNoStamp() {
    for text in ["", "{}\n", "a\n# b\n"] { #expect(StampedText.stamped(text) == text) }
    #expect(StampedText.unstamped("# a (b)") == "# a (b)")
  }

  @Test func anEditShows() {
    let text = StampedText.stamped("# a\nb\n")
    #expect(StampedText.isUnchanged(Array(text.utf8)))
    for other in [text + "c", text.replacing("b\n", with: "c\n"), "# a\nb\n", ""] {
      #expect(!StampedText.isUnchanged(Array(other.utf8)))
    }
  }
}
