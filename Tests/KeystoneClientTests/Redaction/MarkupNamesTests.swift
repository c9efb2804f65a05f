import Testing

@testable import KeystoneClient

@Suite struct MarkupNamesTests {
  @Test(arguments: [("nbsp", 0xA0), ("eacute", 0xE9), ("yuml", 0xFF), ("sol", 0x2F), ("Tab", 9)])
  func nameStandsForItsCharacter(name: String, scalar: UInt32) {
    #expect(MarkupNames.scalar(named: Array(name.utf8)[...]) == scalar)
  }

  @Test func anyOtherNameStandsForNothing() {
    #expect(MarkupNames.scalar(named: Array("nothing".utf8)[...]) == nil)
  }
}
