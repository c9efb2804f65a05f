import IdentityModel
import Testing

@testable import SeedFormat

/// The roles of users and groups, in tenants, on their domain and on the system.
@Suite struct DeclaredRolesTests {
  private static func ofHeat(_ name: Name) -> QualifiedName { QualifiedName(name, of: "heat") }

  @Test func `each word gives roles on its own scope`() throws {
    let reading = Seed.load(
      """
      roles: [admin, reader]
      projects: {lab: }
      users: {ann: {domain_roles: [admin], system_roles: []}}
      groups: {ops: {exists: true, roles: {lab: [reader]}, system_roles: [reader]}}
      domains:
        heat:
          roles: [lead]
          users: {stack: {domain_roles: [admin, lead]}}
          groups: {leads: {domain_roles: [lead]}}
      """
    )
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let desired = try #require(reading.desired)
    let stack = RoleAssignment.Holder.user(Self.ofHeat("stack"))
    let leads = RoleAssignment.Holder.group(Self.ofHeat("leads"))
    #expect(
      desired.assignments == [
        RoleAssignment(.user("ann"), .domain("Default"), role: "admin"),
        RoleAssignment(stack, .domain("heat"), role: "admin"),
        RoleAssignment(stack, .domain("heat"), role: Self.ofHeat("lead")),
        RoleAssignment(.group("ops"), .tenant("lab"), role: "reader"),
        RoleAssignment(.group("ops"), .system, role: "reader"),
        RoleAssignment(leads, .domain("heat"), role: Self.ofHeat("lead")),
      ]
    )
    #expect(desired.usersWithDeclaredRoles.isEmpty)
    #expect(desired.groupsWithDeclaredRoles == ["ops"])
    #expect(desired.holdersWithDomainRoles == [.user("ann"), stack, leads])
    #expect(desired.holdersWithSystemRoles == [.user("ann"), .group("ops")])
  }

  @Test(
    arguments: [
      (
        "users: {u: {domain_roles: }}",
        "1:27: error: domain_roles has no value (write [admin], or [] for none at all)"
      ),
      (
        "groups: {g: {system_roles: {all: [reader]}}}",
        "1:28: error: system_roles must be a list, not a mapping"
          + " (write [admin], or [] for none at all)"
      ),
      (
        "domains: {heat: {roles: [lead], users: {u: {system_roles: [lead]}}}}",
        #"1:60: error: the role "lead" of domain "heat" can be given in that domain alone"#
          + " (a global role can be given anywhere)"
      ),
      (
        "groups: {g: {roles: {lab: [admin]}}}\nroles: [admin]",
        #"1:22: error: no tenant is called "lab""#
      ),
      (
        "users: {u: {domain_roles: [admim]}}\nroles: [admin]",
        #"1:28: error: no role is called "admim" (did you mean "admin"?)"#
      ),
    ]
  )
  func mistakes(seed: String, line: String) {
    #expect(Seed.lines(of: seed).contains("seed.yaml:\(line)"), "\(Seed.lines(of: seed))")
  }

  @Test func `v2.0 has roles in tenants alone`() {
    let seed = "roles: [admin]\nusers: {u: {domain_roles: [admin], system_roles: [admin]}}"
    #expect(
      Seed.load(seed).version3Words.map(\.description) == [
        "seed.yaml:2:27: error: v2.0 has no roles on a domain, v3 has"
          + " (leave domain_roles out where v2.0 is spoken)",
        "seed.yaml:2:50: error: v2.0 has no roles on the system, v3 has"
          + " (leave system_roles out where v2.0 is spoken)",
      ]
    )
  }
}
