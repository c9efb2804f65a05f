import IdentityModel
import Testing

@testable import SeedFormat

struct DistinctItemsTests {
  private static func item(_ name: Name, _ line: Int) -> Located<Name> {
    Located(name, at: FileLocation(line: line, column: 1))
  }

  @Test(arguments: [0, 1, 7, 8, 9, 40])
  func `takes every item once, however many there are`(count: Int) {
    var items = DistinctItems<Name>()
    for number in 0..<count {
      let isNew = items.append(Self.item(Name("k\(number)"), number))
      #expect(isNew)
    }
    for number in 0..<count {
      let isNew = items.append(Self.item(Name("k\(number)"), 1000))
      #expect(!isNew)
    }
    let isNew = items.append(Self.item("new", count))
    #expect(isNew)
    #expect(items.items.map(\.location.line) == Array(0...count))
  }

  @Test(arguments: [0, 20])
  func `two spellings of an accent are two items`(others: Int) {
    var items = DistinctItems<Name>()
    for number in 0..<others { _ = items.append(Self.item(Name("k\(number)"), number)) }
    let composed = items.append(Self.item("\u{E9}", 1))
    let decomposed = items.append(Self.item("e\u{301}", 2))
    #expect(composed)
    #expect(decomposed)
  }
}
