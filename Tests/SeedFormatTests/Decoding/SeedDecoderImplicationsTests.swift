import IdentityModel
import Testing

@testable import SeedFormat

/// Which roles come with which, as a seed says it.
@Suite struct SeedDecoderImplicationsTests {
  private static func ofAlpine(_ name: Name) -> QualifiedName { QualifiedName(name, of: "alpine") }

  @Test func `a role implies those that it names, in a domain its own ones first`() throws {
    let reading = Seed.load(
      """
      roles:
        member: {implies: [reader]}
        reader: {implies: []}
        watcher: {exists: true, implies: [reader]}
      domains:
        alpine:
          roles: {lead: {implies: [guest, member, {name: reader, domain: ""}]}, guest: , reader: }
          absent: {implications: [{role: lead, implies: reader}, {role: gone, implies: watcher}]}
      absent:
        implications: [{role: reader, implies: member}, {role: {name: lead, domain: alpine}, implies: watcher}]
      """
    )
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let desired = try #require(reading.desired)
    let lead = Self.ofAlpine("lead")
    #expect(
      Set(desired.implications) == [
        Implication("member", implies: "reader"), Implication("watcher", implies: "reader"),
        Implication(lead, implies: Self.ofAlpine("guest")), Implication(lead, implies: "member"),
        Implication(lead, implies: "reader"),
      ]
    )
    #expect(desired.rolesWithDeclaredImplications == ["member", "reader", "watcher", lead])
    #expect(
      desired.absent.implications == [
        Implication(lead, implies: Self.ofAlpine("reader")),
        Implication(Self.ofAlpine("gone"), implies: "watcher"),
        Implication("reader", implies: "member"), Implication(lead, implies: "watcher"),
      ]
    )
  }

  @Test(
    arguments: [
      (
        "roles: {lead: {implies: reader}, reader: }",
        "1:25: error: implies must be a list, not a text (write [reader], or [] for none at all)"
      ),
      (
        "roles: {lead: {implies: }, reader: }",
        "1:25: error: implies has no value (write [reader], or [] for none at all)"
      ),
      (
        "roles: {lead: {implies: [raeder]}, reader: }",
        #"1:26: error: no role is called "raeder" (did you mean "reader"?)"#
      ),
      (
        "roles: {lead: {implies: [reader, reader]}, reader: }",
        #"1:34: error: "reader" is in this list twice"#
      ),
      (
        "roles: {lead: {implies: [admin]}, admin: }",
        "1:26: error: no role can imply admin (give it to whoever is to have it)"
      ),
      (
        "roles: {lead: {implies: [{name: own, domain: corp}]}}\ndomains: {corp: {roles: [own]}}",
        #"1:26: error: the global role "lead" can't imply the role "own" of domain "corp""#
          + " (a role of that domain can)"
      ),
      (
        "roles: {a: {implies: [b]}, b: {implies: [c]}, c: {implies: [a]}}",
        "1:61: error: a role can't imply itself: a implies b implies c implies a"
      ),
      (
        "roles: {a: {implies: [a]}}",
        "1:23: error: a role can't imply itself: a implies a"
      ),
      (
        "roles: {a: {implies: [b]}, b: }\nabsent: {implications: [{role: a, implies: b}]}",
        "2:25: error: a implies b is declared in line 1 and absent"
      ),
      (
        "roles: [a]\nabsent: {implications: [{role: a}]}",
        #"2:25: error: an absent implication must have the key "implies""#
      ),
      (
        "roles: [{lead: {implies: [reader]}}, reader]",
        "1:9: error: a name in roles must be a text, not a mapping (where a role has fields, write"
          + " roles as a mapping: {admin: , observer: {was: watcher}})"
      ),
      (
        "roles: [{name: reader}]",
        "1:9: error: a name in roles must be a text, not a mapping (where a role has fields, write"
          + " roles as a mapping: {admin: , observer: {was: watcher}})"
      ),
    ]
  )
  func mistakes(seed: String, line: String) {
    #expect(Seed.lines(of: seed).contains("seed.yaml:\(line)"), "\(Seed.lines(of: seed))")
  }

  @Test func `v2.0 has no role that implies another`() {
    let seed = """
      roles: {a: {implies: [b]}, b: {implies: []}}
      absent: {implications: [{role: b, implies: c}]}
      """
    #expect(
      Seed.load(seed).version3Words.map(\.description)
        == ["1:22", "1:41", "2:25"].map {
          "seed.yaml:\($0): error: v2.0 has no role that implies another one, v3 has"
            + " (leave implications out where v2.0 is spoken)"
        }
    )
  }
}
