import KeystoneClient
import Testing

@testable import KeystoneSeedCLI

@Suite struct ListingTests {
  func names(_ objects: [JSONObject]) -> [JSONValue] {
    Listing(objects, columns: ["id", "name"], sortedBy: "name").rows.map { $0[1] }
  }

  @Test func sortsByNameCodePointByCodePoint() {
    let names = ["b", "a", "Z", "10", "9", "\u{E9}", "e\u{301}", "\u{FF01}", "😀", ""]
    let sorted = self.names(names.map { ["id": .string("1"), "name": .string($0)] })
    #expect(
      sorted
        == ["", "10", "9", "Z", "a", "b", "e\u{301}", "\u{E9}", "\u{FF01}", "😀"].map {
          .string($0)
        }
    )
  }

  @Test func tiesAreInTheOrderOfTheColumns() {
    let listing = Listing(
      [
        ["id": .string("2"), "name": .string("n"), "type": .string("a")],
        ["id": .string("1"), "name": .string("n"), "type": .string("b")],
        ["id": .string("1"), "name": .string("n"), "type": .string("a")],
      ],
      columns: ["id", "name", "type"],
      sortedBy: "name"
    )
    #expect(
      listing.rows == [
        [.string("1"), .string("n"), .string("a")],
        [.string("1"), .string("n"), .string("b")],
        [.string("2"), .string("n"), .string("a")],
      ]
    )
  }

  @Test func whatIsMissingIsNullAndSortsAsAnEmptyText() {
    let objects: [JSONObject] = [
      ["name": .string("a")], ["name": .string("")], ["name": .null], [:], ["name": .array([])],
      ["name": .number("5")],
    ]
    #expect(
      names(objects) == [.number("5"), .array([]), .string(""), .null, .null, .string("a")]
    )
  }

  @Test func selectsColumnsInTheOrderGiven() {
    let listing = Listing(
      [["id": .string("1"), "name": .string("n")]],
      columns: ["id", "name"],
      sortedBy: "name"
    )
    #expect(listing.selecting([]) == listing)
    #expect(listing.selecting(["name", "id", "name"]).columns == ["name", "id", "name"])
    #expect(listing.selecting(["name"]).rows == [[.string("n")]])
  }
}
