import Testing
import Texts

@Suite("An exact text is its code points")
struct ExactTextTests {
  static let composed: ExactText = "caf\u{E9}"
  static let decomposed: ExactText = "cafe\u{301}"

  @Test("composed and decomposed letters make two texts")
  func twoTexts() {
    #expect(Self.composed.text == Self.decomposed.text, "Swift takes them for equal")
    #expect(Self.composed != Self.decomposed)
    #expect(Set([Self.composed, Self.decomposed]).count == 2)
    #expect([Self.composed: 1, Self.decomposed: 2][Self.decomposed] == 2)
  }

  @Test("equal texts have equal hashes, wherever they came from")
  func hashes() {
    let part = String("<caf\u{E9} au lait in a cup>".dropFirst().dropLast())
    #expect(ExactText(part).hashValue == ExactText("caf\u{E9} au lait in a cup").hashValue)
  }

  @Test("a text that begins another does not hash like it within a pair")
  func hashesDoNotRunTogether() {
    struct Pair: Hashable {
      let first: ExactText
      let second: ExactText
    }
    let pairs: Set = [Pair(first: "ab", second: "c"), Pair(first: "a", second: "bc")]
    #expect(pairs.count == 2)
    #expect(Set(pairs.map(\.hashValue)).count == 2)
  }

  @Test("the order is that of the code points, whatever a locale says")
  func order() {
    let sorted: [ExactText] = [
      "", "A", "Z", "_member_", "a", "a-b", "aa", "cafe\u{301}", "caf\u{E9}", "\u{FFFD}",
      "\u{1F600}",
    ]
    #expect(sorted.reversed().sorted() == sorted)
    for (left, right) in zip(sorted, sorted.dropFirst()) {
      #expect(left < right)
      #expect(!(right < left))
    }
  }

  @Test("it shows as its text")
  func description() {
    #expect("\(ExactText("http://a"))" == "http://a")
  }
}
