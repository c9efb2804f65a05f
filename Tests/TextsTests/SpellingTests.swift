import Testing
import Texts

@Suite struct SpellingTests {
  static let cases: [(word: String, candidates: [String], meant: String?)] = [
    ("member", ["admin", "Member"], "Member"),
    ("Memebr", ["admin", "Member"], "Member"),
    ("regionone", ["RegionTwo", "regionOne"], "regionOne"),
    ("tenat_id", ["tenant_id", "user_id"], "tenant_id"),
    ("pasword", ["email", "password"], "password"),
    ("admin", ["member", "demo"], nil),
    ("ab", ["cd", "ax"], nil),
    ("a", [], nil),
    ("", ["a"], nil),
    // Of two that are equally near the one that sorts first.
    ("nova1", ["nova3", "nova2"], "nova2"),
  ]

  @Test(arguments: cases)
  func `suggests what is near and nothing else`(
    word: String,
    candidates: [String],
    meant: String?
  ) {
    #expect(Spelling.nearest(to: word, among: candidates) == meant)
  }

  @Test func `stops looking before a large seed gets slow`() {
    var spelling = Spelling()
    let names = (0..<90_000).map { "name-\($0)" } + ["admin"]
    #expect(spelling.hint(for: "admni", among: names) != nil)
    #expect(spelling.hint(for: "admni", among: names) != nil)
    #expect(spelling.hint(for: "admni", among: names) == nil)
    #expect(spelling.hint(for: "admni", among: ["admin"]) != nil)
  }
}
