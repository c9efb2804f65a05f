import IdentityModel
import Testing

@testable import Reconciliation

@Suite("What cannot be renamed is found")
struct RenameConflictTests {
  private let former: [ResourceKey: ResourceKey] = [.tenant("new"): .tenant("old")]

  @Test("nothing is in the way of what has its new name in the list, and of what is gone")
  func none() {
    #expect(RenameConflict.find(former, among: [.tenant("new"), .tenant("other")]) == [])
    #expect(RenameConflict.find(former, among: []) == [])
    #expect(RenameConflict.find([:], among: [.tenant("old")]) == [])
  }

  @Test(
    "both names, or several of the old one",
    arguments: [
      ([.tenant("new"), .tenant("old")], 1), ([.tenant("old"), .tenant("old")], 0),
      ([.tenant("new"), .tenant("old"), .tenant("new")], 2),
    ] as [([ResourceKey], Int)]
  )
  func conflict(live: [ResourceKey], count: Int) {
    #expect(
      RenameConflict.find(former, among: live)
        == [RenameConflict(.tenant("new"), was: .tenant("old"), newCount: count)]
    )
  }
}
