import Foundation
import IdentityModel
import Testing

@Suite("A name is its code points")
struct NameTests {
  static let composed: Name = "caf\u{E9}"
  static let decomposed: Name = "cafe\u{301}"

  @Test("composed and decomposed letters make two names")
  func twoNames() {
    #expect(Self.composed.text == Self.decomposed.text, "Swift takes them for equal")
    #expect(Self.composed != Self.decomposed)
    #expect(Set([Self.composed, Self.decomposed]).count == 2)
    #expect([Self.composed: 1, Self.decomposed: 2][Self.decomposed] == 2)
  }

  @Test("letters that differ by case, and blanks around them, make two names")
  func nothingIsFolded() {
    #expect(Name("Member") != Name("member"))
    #expect(Name("nova") != Name("nova "))
    #expect(Name("stra\u{DF}e") != Name("strasse"))
  }

  @Test("equal names have equal hashes")
  func hashes() {
    #expect(Name("o'b\u{E9}").hashValue == Name("o'b\u{E9}").hashValue)
  }

  @Test("the order is that of the code points, whatever a locale says")
  func order() {
    let sorted: [Name] = ["", "A", "Z", "_member_", "a", "cafe\u{301}", "caf\u{E9}", "\u{1F600}"]
    #expect(sorted.reversed().sorted() == sorted)
  }

  @Test(
    "a name is a plain text in JSON and keeps every code point",
    arguments: [
      "nova", "caf\u{E9}", "cafe\u{301}", "o'b\"\\\u{301}", "",
    ]
  )
  func coding(text: String) throws {
    let json = try JSONEncoder().encode([Name(text)])
    #expect(try JSONDecoder().decode([Name].self, from: json) == [Name(text)])
    #expect(try JSONDecoder().decode([String].self, from: json) == [text])
  }

  @Test("a name shows as its text")
  func description() {
    #expect("\(Name("nova"))" == "nova")
  }
}
