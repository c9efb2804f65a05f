import IdentityModel
import Testing

@testable import SeedFormat

/// Words that mean the same.
@Suite struct MappingKeyTests {
  @Test func `projects are tenants wherever a seed names them`() throws {
    func desired(_ seed: String) throws -> DesiredState { try #require(Seed.load(seed).desired) }
    let tenants = """
      roles: [admin]
      tenants: {service: {description: Services}}
      users: {nova: {tenant: service, roles: {service: [admin]}}}
      absent: {tenants: [old], assignments: [{user: nova, tenant: demo, role: admin}]}
      """
    let projects = tenants.replacing("tenant", with: "project")
    #expect(try desired(tenants) == desired(projects))
    #expect(try desired(projects).absent.assignments.first?.tenant == "demo")
  }

  @Test(arguments: [
    (
      "tenants: {a: }\nprojects: {b: }",
      "seed.yaml:2:1: error: \"projects\" means the same as \"tenants\" in line 1 (write one of them)"
    ),
    (
      "projects: {a: }\nusers: {u: {project: a, tenant: a}}",
      "seed.yaml:2:25: error: \"tenant\" means the same as \"project\" in line 2 (write one of them)"
    ),
    (
      "absent: {assignments: [{user: u, role: r, project: p, tenant: p}]}",
      "seed.yaml:1:55: error: \"tenant\" means the same as \"project\" in line 1 (write one of them)"
    ),
  ]) func `both in one mapping are an error`(seed: String, line: String) {
    #expect(Seed.lines(of: seed).contains(line), "\(Seed.lines(of: seed))")
  }

  @Test func `one file may have the one word and another file the other`() {
    let texts = ["tenants: {a: }", "projects: {a: {description: d}, b: }"].map {
      SeedText(name: "s.yaml", directory: "/", bytes: Array($0.utf8))
    }
    #expect(Seed.load(texts).desired?.tenants.map(\.name) == ["a", "b"])
  }

  @Test func `either word is what must be there`() {
    let lines = Seed.lines(of: "absent: {assignments: [{user: u, role: r}]}")
    #expect(
      lines == [
        "seed.yaml:1:24: error: an assignment must have a scope (write project: web, domain: heat or system: all)"
      ],
      "\(lines)"
    )
  }
}
