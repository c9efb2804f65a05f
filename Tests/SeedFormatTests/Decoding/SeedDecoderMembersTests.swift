import IdentityModel
import Testing

@testable import SeedFormat

/// Who is in which group, as either of the two says it.
@Suite struct SeedDecoderMembersTests {
  private static func ofCorp(_ name: Name) -> QualifiedName { QualifiedName(name, of: "corp") }

  @Test func `a group has members, a user groups, and saying both is saying it once`() throws {
    let reading = Seed.load(
      """
      users: {ann: {groups: [ops, audit]}, bob: }
      groups: {ops: {members: [ann, {name: eve, domain: corp}]}, audit: , empty: {members: []}}
      domains:
        corp:
          users: {eve: }
          groups: {night: {exists: true, members: [eve]}}
          absent: {memberships: [{group: night, user: mallory}]}
      absent: {memberships: [{group: audit, user: {name: eve, domain: corp}}]}
      """
    )
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let desired = try #require(reading.desired)
    let eve = Self.ofCorp("eve")
    let night = Self.ofCorp("night")
    #expect(
      desired.memberships == [
        Membership(user: "ann", group: "ops"), Membership(user: eve, group: "ops"),
        Membership(user: eve, group: night), Membership(user: "ann", group: "audit"),
      ]
    )
    #expect(desired.groupsWithDeclaredMembers == ["ops", "empty", night])
    #expect(
      desired.absent.memberships == [
        Membership(user: Self.ofCorp("mallory"), group: night),
        Membership(user: eve, group: "audit"),
      ]
    )
  }

  @Test(
    arguments: [
      (
        "groups: {g: {members: [ann]}}",
        #"1:24: error: no user is called "ann""#
      ),
      (
        "users: {u: {groups: [g]}}",
        #"1:22: error: no group is called "g""#
      ),
      (
        "users: {u: }\ngroups: {g: {members: [u, u]}}",
        #"2:27: error: "u" is in this list twice"#
      ),
      (
        "users: {u: }\ngroups: {g: {members: [u]}}\nabsent: {memberships: [{group: g, user: u}]}",
        "3:24: error: u in g is declared in line 2 and absent"
      ),
    ]
  )
  func mistakes(seed: String, line: String) {
    #expect(Seed.lines(of: seed).contains("seed.yaml:\(line)"), "\(Seed.lines(of: seed))")
  }

  @Test func `v2.0 has no members`() {
    let seed =
      "users: {u: {groups: [g]}}\ngroups: {g: }\nabsent: {memberships: [{group: g, user: v}]}"
    #expect(
      Seed.load(seed).version3Words.map { $0.description.prefix(14) }
        == ["seed.yaml:1:22", "seed.yaml:2:10", "seed.yaml:3:24"]
    )
  }
}
