import FoundationEssentials
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

  @Test func stampOfJSONIsItsFirstMember() throws {
    let text = StampedText.stamped("{\n  \"a\" : 1\n}\n")
    #expect(text.hasPrefix("{\n  \"checksum\" : \""))
    #expect(text.hasSuffix("\",\n  \"a\" : 1\n}\n"))
    struct Record: Codable, Hashable {
      var checksum: String?
      let a: Int
    }
    let record = try JSONDecoder().decode(Record.self, from: Data(text.utf8))
    #expect(record.checksum?.count == 8)
    #expect(StampedText.isUnchanged(Array(text.utf8)))
    for other in [text.replacing(": 1", with: ": 2"), text + "\n", "{\n  \"a\" : 1\n}\n", "{\n"] {
      #expect(!StampedText.isUnchanged(Array(other.utf8)))
    }
  }

  @Test func whatHasNoPlaceForAStampHasNone() {
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
