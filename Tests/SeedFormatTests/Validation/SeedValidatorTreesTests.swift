import IdentityModel
import Testing

@testable import SeedFormat

/// Projects that are below others.
@Suite struct SeedValidatorTreesTests {
  @Test func `a project is below another one of its domain`() throws {
    let reading = Seed.load(
      """
      projects: {a: {parent: b}, b: }
      domains: {corp: {projects: {a: {parent: c}, c: {description: d}}}}
      """
    )
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let desired = try #require(reading.desired)
    #expect(desired.tenants.map(\.parent) == ["b", nil, "c", nil])
    #expect(desired.tenants[2].whole == .tenant(QualifiedName("c", of: "corp")))
  }

  @Test(arguments: [
    ("projects: {a: {parent: b}}", "1:24: error: no project is called \"b\""),
    (
      "projects: {a: {parent: b}, b: {parent: c}, c: {parent: a}}",
      "1:24: error: a project can't be below itself: a, below b, below c, below a"
    ),
    ("projects: {a: {parent: a}}", "1:24: error: a project can't be below itself: a, below a"),
    (
      "domains: {corp: {projects: {a: {parent: b}}}}\nprojects: {b: }",
      "1:41: error: no project is called \"b\" of domain \"corp\" (it can only be one of the same domain)"
    ),
    (
      "projects: {a: , b: {parent: a}, c: {parent: b}, d: {parent: c}, e: {parent: d}, f: {parent: e}}",
      "1:93: error: project \"f\" is on the level 6 of its domain, and Keystone has 5"
    ),
    (
      "projects: {a: {enabled: false}, b: {parent: a}, c: {parent: a, enabled: false}}",
      "1:45: warning: project \"b\" is below \"a\", which is disabled: Keystone makes nothing"
        + " there, and nothing is enabled there"
    ),
    (
      "domains: {off: {enabled: false, users: {u: }, projects: {p: , q: }}, on: {projects: {p: }}}",
      "1:26: warning: a disabled domain: Keystone makes no project there, such as \"p\""
        + " (disable it once they are made)"
    ),
    (
      "projects: {a: {parent_id: b}}",
      "1:16: error: a tenant has no key \"parent_id\" (write parent, by its name)"
    ),
    (
      "projects: {a: {exists: true, parent: b}, b: }",
      "1:30: error: \"parent\" can't stand beside exists"
        + " (what exists is somebody else's, and stays as it is)"
    ),
  ]) func `what Keystone would refuse is told`(seed: String, line: String) {
    let lines = Seed.lines(of: seed)
    #expect(lines == ["seed.yaml:\(line)"], "\(lines)")
  }

  @Test func `a disabled domain with nothing to be made is none of that`() {
    let seed = "domains: {off: {enabled: false, projects: {p: {exists: true}}, users: {u: }}}"
    #expect(Seed.load(seed).diagnostics.isEmpty)
  }

  @Test func `two files that differ in a parent are told`() {
    let texts = ["projects: {a: {parent: b}, b: , c: }", "projects: {a: {parent: c}}"].map {
      SeedText(name: "s.yaml", directory: "/", bytes: Array($0.utf8))
    }
    let lines = Seed.load(texts).diagnostics.map(\.message)
    #expect(lines.count == 1 && lines[0].hasPrefix("tenant \"a\" has another parent"), "\(lines)")
  }
}
