import IdentityModel
import Testing

@testable import SeedFormat

/// What stands in a domain of the seed.
@Suite struct SeedDecoderDomainsTests {
  private static func ofHeat(_ name: Name) -> QualifiedName { QualifiedName(name, of: "heat") }

  @Test func `the sections of a domain declare what lives in it`() throws {
    let reading = Seed.load(
      """
      roles: [admin, member]
      users: {ann: {tenant: {name: shared, domain: heat}}}
      domains:
        heat:
          description: Stack users
          roles: {lead: , member: }
          projects: {shared: {description: Ours}}
          users:
            stack:
              password: {env: STACK}
              tenant: shared
              roles: {shared: [admin, member, lead, {name: member, domain: ""}]}
          absent:
            users: [demo]
            projects: [old]
            assignments: [{user: demo, project: old, role: admin}, {user: demo, project: old, role: lead}]
        corp: {exists: true, projects: {web: {exists: true}}}
        Default: {description: Ours}
      absent: {domains: [lab]}
      """
    )
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let desired = try #require(reading.desired)
    #expect(
      desired.domains == [
        Domain(name: "heat", description: "Stack users"), Domain(name: "corp"),
        Domain(name: Domain.defaultName, description: "Ours"),
      ]
    )
    #expect(desired.domainsInSight == ["heat": nil, "corp": nil, "lab": nil])
    #expect(
      desired.roles.map(\.name) == ["admin", "member", Self.ofHeat("lead"), Self.ofHeat("member")]
    )
    let web = QualifiedName("web", of: "corp")
    #expect(desired.tenants.map(\.name) == [Self.ofHeat("shared"), web])
    #expect(desired.users.map(\.tenant) == [Self.ofHeat("shared"), Self.ofHeat("shared")])
    #expect(desired.existing == [.domain("corp"), .tenant(web)])
    #expect(desired.existingAmongOwn.isEmpty)
    #expect(desired.absent.users == [Self.ofHeat("demo")])
    #expect(desired.absent.tenants == [Self.ofHeat("old")])
    #expect(desired.absent.domains == ["lab"])
    #expect(Set(desired.absent.assignments.map(\.role)) == ["admin", Self.ofHeat("lead")])
    #expect(reading.passwordSources.keys.map(\.description) == ["stack of domain heat"])
    let roles = desired.assignments.map(\.role)
    #expect(
      roles == ["admin", Self.ofHeat("member"), Self.ofHeat("lead"), "member"],
      "a plain name is the domain's own role if it has one, else the global one"
    )
  }

  @Test(
    arguments: [
      (
        "domains: {heat: {projects: {p: }, tenants: {q: }}}",
        #"1:35: error: "tenants" means the same as "projects" in line 1 (write one of them)"#
      ),
      (
        "domains: {default: {users: {u: }}}",
        "1:21: error: what lives in the default domain stands at the top of the seed"
      ),
      (
        "domains: {Default: {description: a}, default: {description: b}}",
        "1:38: error: the default domain is declared in line 1 already (default and Default are one)"
      ),
      (
        "domains: {main: {was: default}}",
        "1:23: error: the default domain can't be what another one was"
          + " (it is always there, whatever it is called)"
      ),
      (
        "domains: {Default: {enabled: false}}",
        "1:30: error: disabling the default domain locks everybody out for good"
      ),
      (
        "absent: {domains: [Default]}",
        "1:20: error: the default domain can't be absent: nobody could log in any more"
      ),
      (
        "users: {u: {tenant: {name: p, domain: haet}}}\ndomains: {heat: }",
        #"1:21: error: no domain is called "haet" (did you mean "heat"?)"#
      ),
      (
        "domains: {heat: {users: {u: {tenant: p}}}}\ntenants: {p: }",
        #"1:38: error: no tenant is called "p" of domain "heat" (one of another domain is written {name: p, domain: Default})"#
      ),
      (
        "domains: {heat: {exists: true, description: d}}",
        #"1:32: error: "description" can't stand beside exists"#
          + " (what exists is somebody else's, and stays as it is)"
      ),
      (
        "users: {u: {domain: heat}}",
        #"1:13: error: a user has no key "domain" (what lives in another domain stands in it:"#
          + " domains: {heat: {…}})"
      ),
      (
        "domains: {heat: }\nabsent: {domains: [heat]}",
        #"2:20: error: the domain "heat" is declared in line 1 and absent"#
      ),
    ]
  )
  func mistakes(seed: String, line: String) {
    #expect(Seed.lines(of: seed).contains("seed.yaml:\(line)"), "\(Seed.lines(of: seed))")
  }

  @Test func `v2.0 has none`() {
    let words = Seed.load("domains: {heat: }\nabsent: {domains: [lab]}").version3Words
    #expect(
      words.map(\.description)
        == ["1:11", "2:20"].map {
          "seed.yaml:\($0): error: v2.0 has no domains, v3 has"
            + " (leave domains out where v2.0 is spoken)"
        }
    )
  }
}
