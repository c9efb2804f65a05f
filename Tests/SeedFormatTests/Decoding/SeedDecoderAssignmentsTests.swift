import IdentityModel
import Testing

@testable import SeedFormat

/// What stands under `assignments`, at the top and in a domain.
@Suite struct SeedDecoderAssignmentsTests {
  private static let declared = """
    roles: [admin, reader]
    projects: {web: }
    users: {ann: {roles: {web: [reader]}}}
    groups: {ops: }
    domains:
      heat:
        roles: [reader, lead]
        projects: {shared: }
        groups: {staff: }

    """

  @Test func `each actor, scope and role is read, each once`() throws {
    let reading = Seed.load(
      Self.declared + """
            assignments:
              - {roles: [reader, admin], group: staff, domain: heat, inherited: true}
              - {role: {name: reader, domain: ""}, group: staff, project: shared}
        assignments:
          - {role: reader, user: ann, project: web}
          - {role: admin, user: ann, tenant: {name: shared, domain: heat}, inherited: true}
          - {role: admin, group: {name: staff, domain: heat}, project: web, inherited: false}
          - {role: admin, group: ops, domain: default}
          - {role: admin, group: ops, system: all}
          - {role: admin, group: ops, system: all}
        """
    )
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let desired = try #require(reading.desired)
    let staff = RoleAssignment.Holder.group(QualifiedName("staff", of: "heat"))
    let shared = QualifiedName("shared", of: "heat")
    let ops = RoleAssignment.Holder.group("ops")
    #expect(
      desired.assignments == [
        RoleAssignment(user: "ann", tenant: "web", role: "reader"),
        RoleAssignment(.user("ann"), .tenantsBelow(shared), role: "admin"),
        RoleAssignment(staff, .tenant("web"), role: "admin"),
        RoleAssignment(ops, .domain("Default"), role: "admin"),
        RoleAssignment(ops, .system, role: "admin"),
        RoleAssignment(staff, .tenantsOfDomain("heat"), role: QualifiedName("reader", of: "heat")),
        RoleAssignment(staff, .tenantsOfDomain("heat"), role: "admin"),
        RoleAssignment(staff, .tenant(shared), role: "reader"),
      ]
    )
    // What is listed makes nothing else unmanaged.
    #expect(desired.usersWithDeclaredRoles == ["ann"])
    #expect(desired.groupsWithDeclaredRoles.isEmpty && desired.holdersWithSystemRoles.isEmpty)
  }

  @Test func `what must not be there is of a domain that the seed names`() throws {
    let reading = Seed.load(
      """
      domains: {heat: {exists: true}}
      absent:
        assignments:
          - {roles: [admin, reader], group: ops, project: {name: shared, domain: heat}, inherited: true}
          - {role: admin, user: {name: bob, domain: corp}, domain: corp}
      """
    )
    #expect(
      reading.diagnostics.map(\.message) == ["no domain is called \"corp\""],
      "\(reading.diagnostics)"
    )
  }

  @Test func `what must not be in a domain stands in it`() throws {
    let reading = Seed.load(
      """
      domains:
        heat: {exists: true}
        corp:
          absent: {assignments: [{role: admin, user: bob, domain: corp}]}
      absent:
        assignments:
          - {roles: [admin, reader], group: ops, project: {name: shared, domain: heat}, inherited: true}
      """
    )
    let desired = try #require(reading.desired)
    let below = RoleAssignment.Scope.tenantsBelow(QualifiedName("shared", of: "heat"))
    let bob = RoleAssignment.Holder.user(QualifiedName("bob", of: "corp"))
    #expect(
      desired.absent.assignments == [
        RoleAssignment(.group("ops"), below, role: "admin"),
        RoleAssignment(.group("ops"), below, role: "reader"),
        RoleAssignment(bob, .domain("corp"), role: "admin"),
      ]
    )
  }

  @Test(arguments: [
    (
      "{user: ann, project: web, domain: heat, role: admin}",
      "an assignment has one scope, not \"project\" and \"domain\""
        + " (for a user or project of another domain write {name: p, domain: heat})"
    ),
    (
      "{user: ann, role: admin}",
      "an assignment must have a scope (write project: web, domain: heat or system: all)"
    ),
    (
      "{project: web, role: admin}",
      "an assignment must have a user or a group (write user: alice, or group: operators)"
    ),
    (
      "{user: ann, project: web}",
      "an assignment must have a role (write role: reader, or roles: [reader, member])"
    ),
    (
      "{user: ann, group: ops, project: web, role: admin}",
      "an assignment can't have \"user\" and \"group\" (write an item for each)"
    ),
    (
      "{user: ann, project: web, role: admin, roles: [reader]}",
      "an assignment can't have \"role\" and \"roles\" (write an item for each)"
    ),
    (
      "{user: ann, system: all, role: admin, inherited: true}",
      "what is on the system can't be inherited"
        + " (projects inherit from a domain, or from a project above them)"
    ),
    ("{user: ann, system: true, role: admin}", "system can only be all"),
    (
      "{user: '*', project: web, role: admin}",
      "a seed names one user at a time: there is no wildcard"
    ),
    (
      "{user: ann, project: web, role: admin, os_inherit: true}",
      "an assignment has no key \"os_inherit\" (write inherited: true)"
    ),
    (
      "{user: ann, scope: system, role: admin}",
      "an assignment has no key \"scope\" (write project: web, domain: heat or system: all)"
    ),
    (
      "{user: ann, project: web, role: lead}",
      "no role is called \"lead\""
    ),
    (
      "{user: bob, project: web, role: admin}",
      "no user is called \"bob\""
    ),
    (
      "{group: ops, domain: haet, role: admin}",
      "no domain is called \"haet\" (did you mean \"heat\"?)"
    ),
    (
      "{group: ops, domain: default, role: {name: lead, domain: heat}}",
      "the role \"lead\" of domain \"heat\" can be given in that domain alone"
        + " (a global role can be given anywhere)"
    ),
    ("ann has admin", "an assignment must be a mapping, not a text"),
  ]) func `a slip is told with what to write`(item: String, message: String) {
    let lines = Seed.lines(of: Self.declared + "assignments:\n  - \(item)\n")
    #expect(lines.contains { $0.contains("error: \(message)") }, "\(lines)")
  }

  @Test func `a project of another domain is told from a name with a sign in it`() {
    for name in ["shared@heat", "heat/shared", "heat:shared"] {
      let seed = Self.declared.replacing("{web: [reader]}", with: "{'\(name)': [reader]}")
      let hint =
        "(a project of another domain: write it under assignments, {name: shared, domain: heat})"
      #expect(Seed.lines(of: seed).contains { $0.hasSuffix(hint) }, "\(Seed.lines(of: seed))")
    }
    #expect(
      Seed.lines(of: Self.declared.replacing("{web: [reader]}", with: "{'a@b': [reader]}"))
        .contains { $0.contains("no tenant is called \"a@b\"") }
    )
  }

  @Test func `what is declared and absent is an error`() {
    let lines = Seed.lines(
      of: Self.declared + """
        assignments: [{role: admin, group: ops, system: all}]
        absent: {assignments: [{role: admin, group: ops, system: all}]}
        """
    )
    #expect(
      lines.contains { $0.contains("group ops has admin on the system is declared in line 10") },
      "\(lines)"
    )
  }
}
