import Testing

@testable import KeystoneSandbox

@Suite struct DerivedGrantsTests {
  private static let groupGrant = Assignment(
    actor: .group("g"),
    target: .project("t"),
    roleID: "r"
  )
  private static let inherited = Assignment(
    actor: .user("u"),
    target: .domain("d"),
    roleID: "r",
    isInherited: true
  )

  private func full() -> DerivedGrants {
    var grants = DerivedGrants()
    grants.insert(DerivedGrants.GroupMember(groupID: "g", userID: "u"))
    grants.insert(Self.groupGrant)
    grants.insert(Self.inherited)
    grants.insert(DerivedGrants.Implication(roleID: "r", impliedID: "s"))
    return grants
  }

  @Test func eachIsThereOnceAndGoesOnce() {
    var grants = full()
    let again = grants.insert(Self.groupGrant)
    #expect(!again)
    #expect(grants.contains(Self.groupGrant))
    let first = grants.remove(Self.groupGrant)
    let second = grants.remove(Self.groupGrant)
    #expect(first && !second)
    #expect(!grants.contains(Self.groupGrant))
  }

  @Test func emptyMeansThatNothingIsDerived() {
    var grants = DerivedGrants()
    grants.insert(DerivedGrants.GroupMember(groupID: "g", userID: "u"))
    #expect(grants.isEmpty)
    grants.insert(Self.inherited)
    #expect(!grants.isEmpty)
  }

  @Test func whatIsDeletedTakesItsOwnAlong() {
    var grants = full()
    grants.removeAll(ofUser: "u")
    #expect(grants.members.isEmpty)
    #expect(grants.assignments == [Self.groupGrant])
    grants.removeAll(on: .project("t"))
    #expect(grants.assignments.isEmpty)
    grants.removeAll(withRole: "s")
    #expect(grants.implications.isEmpty)
    grants = full()
    grants.removeAll(withRole: "r")
    #expect(grants.isEmpty)
  }

  @Test func groupTakesItsMembersAndGrantsAlong() {
    var grants = full()
    grants.removeAll(ofGroup: "g")
    #expect(grants.members.isEmpty)
    #expect(grants.assignments == [Self.inherited])
  }
}
