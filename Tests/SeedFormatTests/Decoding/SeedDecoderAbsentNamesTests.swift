import IdentityModel
import Testing

@testable import SeedFormat

/// What must not be there may live in another domain than the one whose section says so.
@Suite struct SeedDecoderAbsentNamesTests {
  private static func ofLab(_ name: Name) -> QualifiedName { QualifiedName(name, of: "lab") }

  @Test func `names of other domains are taken as those of their domain`() throws {
    let reading = Seed.load(
      """
      domains:
        lab: {exists: true}
        heat:
          absent:
            users: [own, {name: a, domain: lab}]
            roles: [own, {name: old, domain: ""}]
      absent:
        users: [plain, {name: b, domain: lab}, {name: c, domain: Default}]
        groups: [{name: temps, domain: lab}]
        projects: [{name: demo, domain: lab}]
        roles: [{name: guest, domain: lab}, {name: odd, domain: ""}]
      """
    )
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let absent = try #require(reading.desired).absent
    #expect(
      absent.users
        == [
          "plain", "c", Self.ofLab("a"), Self.ofLab("b"), QualifiedName("own", of: "heat"),
        ]
    )
    #expect(absent.groups == [Self.ofLab("temps")])
    #expect(absent.tenants == [Self.ofLab("demo")])
    #expect(absent.roles == [Self.ofLab("guest"), "odd", "old", QualifiedName("own", of: "heat")])
  }

  @Test(
    arguments: [
      (
        "absent: {groups: [{name: g, domain: lab}]}",
        #"1:19: error: no domain is called "lab""#
      ),
      (
        "absent: {users: [{name: u, domain: ''}]}",
        "1:18: error: a name in absent users can't be of no domain"
      ),
      (
        "domains: {lab: {users: {u: }}}\nabsent: {users: [{name: u, domain: lab}]}",
        #"2:18: error: the user "u" of domain "lab" is declared in line 1 and absent"#
      ),
      (
        "domains: {lab: }\nabsent: {roles: [{name: r, domain: lab}, {name: r, domain: lab}]}",
        "2:42: error: \"r\" is in this list twice"
      ),
      (
        "absent: {users: {demo: absent}}",
        "1:17: error: absent users must be a list"
      ),
    ]
  )
  func mistakes(seed: String, line: String) {
    #expect(
      Seed.lines(of: seed).contains { $0.hasPrefix("seed.yaml:\(line)") },
      "\(Seed.lines(of: seed))"
    )
  }
}
