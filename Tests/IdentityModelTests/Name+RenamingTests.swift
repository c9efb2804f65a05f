import IdentityModel
import Testing

@Suite("Names of which one may be meant to rename the other")
struct NameRenamingTests {
  @Test(
    "one slip apart, or apart by what separates words, they have a key in common",
    arguments: [
      ("reserch", "research"), ("demo", "Demo"), ("team-a", "team_a"), ("nova", "nvoa"),
      ("acme", "acne"),
    ] as [(Name, Name)]
  )
  func alike(left: Name, right: Name) {
    #expect(!left.renamingKeys.isDisjoint(with: right.renamingKeys))
  }

  @Test(
    "numbers apart, or altogether others, they have none",
    arguments: [
      ("web1", "web2"), ("t01", "t02"), ("nova", "glance"), ("a", "b"), ("ab", "ac"),
    ] as [(Name, Name)]
  )
  func others(left: Name, right: Name) {
    #expect(left.renamingKeys.isDisjoint(with: right.renamingKeys))
  }
}
