import IdentityModel
import Testing

@testable import Reconciliation

struct NamedRowsTests {
  @Test func `finds the first row of a name, and how many there are`() {
    let rows = NamedRows(["a", "b", "a", "e\u{301}", "\u{E9}", "a", "b"])
    #expect((0..<7).map(rows.first) == [0, 1, 0, 3, 4, 0, 1])
    #expect(rows.firstIndex(of: "a") == 0)
    #expect(rows.firstIndex(of: "\u{E9}") == 4)
    #expect(rows.firstIndex(of: "c") == nil)
    #expect([0, 1, 3, 4].map(rows.count) == [3, 2, 1, 1])
  }
}
