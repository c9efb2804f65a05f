import IdentityModel
import Testing

@Suite struct MembershipTests {
  @Test func `memberships sort by group, then by user`() {
    let sorted = [
      Membership(user: "bob", group: "audit"), Membership(user: "ann", group: "ops"),
      Membership(user: "bob", group: "ops"),
    ]
    #expect(sorted.reversed().sorted() == sorted)
    #expect(sorted[0].description == "bob in audit")
    #expect(sorted[0].parts == [.group("audit"), .user("bob")])
  }

  @Test func `what a seed says of members tells in which groups to look`() {
    var desired = DesiredState()
    #expect(desired.groupsWithSay.isEmpty && !desired.namesGroups)
    desired.absent.memberships = [Membership(user: "bob", group: "ops")]
    desired.groupsWithDeclaredMembers = ["audit"]
    desired.memberships = [Membership(user: "ann", group: "night")]
    #expect(desired.groupsWithSay == ["ops", "audit", "night"] && desired.namesGroups)
  }
}
