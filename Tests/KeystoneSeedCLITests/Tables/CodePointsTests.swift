import Testing

@testable import KeystoneSeedCLI

@Suite struct CodePointsTests {
  @Test func bothEndsOfARangeAreInIt() {
    let set = CodePoints([3, 5, 9, 9, 20, 30])
    let found = (0...31).filter { set.contains($0) }
    #expect(found == [3, 4, 5, 9] + Array(20...30))
  }

  @Test func nothingHoldsNothing() {
    #expect(!CodePoints([]).contains(0))
  }
}
