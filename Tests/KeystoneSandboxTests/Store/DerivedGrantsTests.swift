import Testing

@testable import KeystoneSandbox

@Suite struct DerivedGrantsTests {
  private func full() -> DerivedGrants {
    var grants = DerivedGrants()
    grants.insert(DerivedGrants.GroupMember(groupID: "g", userID: "u"))
    grants.insert(DerivedGrants.GroupGrant(groupID: "g", tenantID: "t", roleID: "r"))
    grants.insert(DerivedGrants.Inherited(userID: "u", roleID: "r"))
    grants.insert(DerivedGrants.Implication(roleID: "r", impliedID: "s"))
    return grants
  }

  @Test func eachIsThereOnceAndGoesOnce() {
    var grants = full()
    let grant = DerivedGrants.GroupGrant(groupID: "g", tenantID: "t", roleID: "r")
    let again = grants.insert(grant)
    #expect(!again)
    let first = grants.remove(grant)
    let second = grants.remove(grant)
    #expect(first && !second)
  }

  @Test func emptyMeansThatNothingIsDerived() {
    var grants = DerivedGrants()
    grants.insert(DerivedGrants.GroupMember(groupID: "g", userID: "u"))
    #expect(grants.isEmpty)
    grants.insert(DerivedGrants.Inherited(userID: "u", roleID: "r"))
    #expect(!grants.isEmpty)
  }

  @Test func whatIsDeletedTakesItsOwnAlong() {
    var grants = full()
    grants.removeAll(ofUser: "u")
    #expect(grants.members.isEmpty && grants.inherited.isEmpty)
    #expect(!grants.groupGrants.isEmpty)
    grants.removeAll(inTenant: "t")
    #expect(grants.groupGrants.isEmpty)
    grants.removeAll(withRole: "s")
    #expect(grants.implications.isEmpty)
    grants = full()
    grants.removeAll(withRole: "r")
    #expect(grants.isEmpty)
  }
}
