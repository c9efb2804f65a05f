import IdentityModel
import Testing

@testable import SeedFormat

struct KeyPlacesTests {
  private static func key(_ text: String, _ line: Int) -> Located<String> {
    Located(text, at: FileLocation(line: line, column: 1))
  }

  @Test(arguments: [0, 3, 8, 9, 40], [0, 3, 100])
  func `finds every key again, however many there are`(count: Int, capacity: Int) {
    var places = KeyPlaces(capacity: capacity)
    for number in 0..<count {
      let before = places.update(Self.key("k\(number)", number))
      #expect(before == nil)
    }
    for number in 0..<count {
      let isNew = places.add(Self.key("k\(number)", 900))
      let first = places.update(Self.key("k\(number)", 1000 + number))
      let second = places.update(Self.key("k\(number)", 0))
      #expect(!isNew)
      #expect(first?.line == number)
      #expect(second?.line == 1000 + number)
    }
    let isNew = places.add(Self.key("new", 7))
    let before = places.update(Self.key("new", 8))
    #expect(isNew)
    #expect(before?.line == 7)
  }

  @Test(arguments: [0, 100])
  func `two spellings of an accent are two keys`(capacity: Int) {
    var places = KeyPlaces(capacity: capacity)
    let composed = places.add(Self.key("\u{E9}", 1))
    let decomposed = places.add(Self.key("e\u{301}", 2))
    #expect(composed)
    #expect(decomposed)
  }
}
