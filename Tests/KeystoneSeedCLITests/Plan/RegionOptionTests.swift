import IdentityModel
import Testing

@testable import KeystoneSeedCLI

struct RegionOptionTests {
  @Test func namesStandBetweenCommas() {
    #expect(RegionList(argument: "one,two two")?.names == ["one", "two two"])
    #expect(RegionList(argument: "one")?.names == ["one"])
  }

  @Test(arguments: ["", "one,", ",one", "one,,two"])
  func anEmptyNameIsNone(argument: String) {
    #expect(RegionList(argument: argument) == nil)
  }
}
