import IdentityModel
import TestSupport
import Testing

@testable import Reconciliation

@Suite struct AccessCourseTests {
  private static func user(_ user: String, _ tenant: String, _ role: String) -> Access.Grant {
    Access.Grant(RoleAssignment(user: .init(user), tenant: .init(tenant), role: .init(role)))
  }

  private static func group(
    _ group: String,
    _ scope: RoleAssignment.Scope,
    _ role: String
  ) -> Access.Grant {
    Access.Grant(RoleAssignment(.group(QualifiedName(group)), scope, role: QualifiedName(role)))
  }

  private static func implied(_ role: QualifiedName, _ implied: QualifiedName) -> Access.Implied {
    Access.Implied(.name(role), implies: .name(implied))
  }

  /// What a plan tells, a line each.
  private static func told(_ access: Access, _ changes: [Change]) -> [String] {
    let plan = Plan(changes: changes)
    let found = AccessCourse(access, plan.changes).consequences() ?? [:]
    return plan.changes.flatMap { change in
      (found[change.key] ?? []).map { "\(change.key): \($0.line)" }
    }
  }

  /// admin, manager, member and reader, each of which implies the next one.
  private static let chain: Access = {
    var access = Access()
    access.implications = [
      implied("admin", "manager"), implied("manager", "member"), implied("member", "reader"),
    ]
    return access
  }()

  @Test func `a link that goes takes its roles from all but those who keep them by another way`() {
    var access = Self.chain
    access.grants = [
      Self.user("ann", "lab", "admin"), Self.user("bob", "lab", "member"),
      Self.user("cat", "lab", "reader"), Self.user("dan", "lab", "member"),
      Self.group("readers", .tenant("lab"), "reader"), Self.user("eve", "other", "member"),
    ]
    access.members = [.name("readers"): [.name("dan"), .name("eve")]]
    let changes = [Change(.delete, .implication(Implication("member", implies: "reader")))]
    #expect(
      Self.told(access, changes) == [
        "member implies reader: ann loses reader in lab",
        "member implies reader: bob loses reader in lab",
        "member implies reader: eve loses reader in other",
      ]
    )
    #expect(AccessCourse(access, changes).groupsInQuestion == [.name("readers")])
    #expect(!AccessCourse(access, changes).needsPlaces)
  }

  @Test func `a link that is put in another one's place takes nothing`() {
    var access = Self.chain
    access.grants = [Self.user("ann", "lab", "admin")]
    #expect(
      Self.told(
        access,
        [
          Change(.delete, .implication(Implication("manager", implies: "member"))),
          Change(.create, .implication(Implication("admin", implies: "member"))),
        ]
      ) == []
    )
  }

  @Test func `each role is told once, of the last change that it takes`() {
    let assignment = RoleAssignment(.group("ops"), .tenant("lab"), role: "member")
    var access = Self.chain
    access.members = [.name("ops"): [.name("ann")]]
    #expect(
      Self.told(
        access,
        [
          Change(.create, .membership(Membership(user: "bob", group: "ops"))),
          Change(.create, .assignment(assignment)),
        ]
      ) == [
        "group ops has member in lab: ann gains member in lab",
        "group ops has member in lab: ann gains reader in lab",
        "group ops has member in lab: bob gains member in lab",
        "group ops has member in lab: bob gains reader in lab",
      ]
    )
    access.grants = [Access.Grant(assignment)]
    #expect(
      Self.told(
        access,
        [
          Change(.delete, .membership(Membership(user: "ann", group: "ops"))),
          Change(.delete, .implication(Implication("member", implies: "reader"))),
        ]
      ) == [
        "ann in ops: ann loses member in lab", "ann in ops: ann loses reader in lab",
      ]
    )
  }

  @Test func `what a user is granted in the same plan counts, and is said by itself`() {
    var access = Self.chain
    access.grants = [Self.group("ops", .tenant("lab"), "member")]
    access.members = [.name("ops"): [.name("ann"), .name("bob")]]
    let own = RoleAssignment(user: "ann", tenant: "lab", role: "reader")
    #expect(
      Self.told(
        access,
        [
          Change(.create, .assignment(own)),
          Change(.delete, .membership(Membership(user: "ann", group: "ops"))),
        ]
      ) == ["ann in ops: ann loses member in lab"]
    )
    access.grants.insert(Access.Grant(own))
    #expect(
      Self.told(access, [Change(.delete, .assignment(own))]) == [],
      "nothing of that is told but by the change itself"
    )
  }

  @Test func `what is inherited is gained and lost in each tenant below`() {
    var access = Self.chain
    access.places = [
      .name("top"): Access.Place(domain: .name("Default")),
      .name("low"): Access.Place(domain: .name("Default"), parent: .name("top")),
      .id("web"): Access.Place(domain: .name("corp")),
    ]
    access.members = [.name("ops"): [.id("7")]]
    access.grants = [Self.group("ops", .tenantsBelow("top"), "member")]
    let gone = [Change(.delete, .implication(Implication("member", implies: "reader")))]
    #expect(Self.told(access, gone) == ["member implies reader: #7 loses reader in low"])
    #expect(AccessCourse(access, gone).needsPlaces)
    access.grants.insert(Self.group("ops", .tenantsOfDomain("Default"), "reader"))
    #expect(Self.told(access, gone) == [])
    let inCorp = RoleAssignment(.group("ops"), .tenantsOfDomain("corp"), role: "reader")
    #expect(
      Self.told(access, [Change(.create, .assignment(inCorp))]) == [
        "group ops has reader in every project of domain corp: #7 gains reader in #web"
      ]
    )
  }

  @Test func `a domain's own role gives what it implies, and nothing by itself`() {
    let lead = QualifiedName("lead", of: "corp")
    var access = Self.chain
    access.implications.insert(Access.Implied(.id("unread"), implies: .name("member")))
    access.implications.insert(Self.implied(lead, "member"))
    access.grants = [
      Access.Grant(.user(.name("ann")), .tenant(.name("web")), role: .name(lead)),
      Access.Grant(.user(.name("bob")), .tenant(.name("web")), role: .id("unread")),
    ]
    #expect(
      Self.told(
        access,
        [
          Change(.delete, .implication(Implication(lead, implies: "member"))),
          Change(.delete, .implication(Implication("member", implies: "reader"))),
        ]
      ) == [
        "member implies reader: ann loses reader in web",
        "member implies reader: bob loses reader in web",
        "lead of domain corp implies member: ann loses member in web",
      ]
    )
  }

  @Test func `nobody is told to lose what goes with a tenant or with the user`() {
    var access = Self.chain
    access.grants = [
      Self.group("ops", .tenant("lab"), "reader"), Self.group("ops", .tenant("old"), "reader"),
    ]
    access.members = [.name("ops"): [.name("ann"), .name("gone")]]
    #expect(
      Self.told(
        access,
        [
          Change(.delete, .group("ops"), liveID: "1"), Change(.delete, .tenant("old"), liveID: "2"),
          Change(.delete, .user("gone"), liveID: "3"),
        ]
      ) == ["ops: ann loses reader in lab"]
    )
  }

  @Test func `of more than can be looked at nothing is told`() {
    var access = Self.chain
    access.grants = [Self.group("ops", .system, "reader")]
    access.members = [.name("ops"): [.name("ann"), .name("bob")]]
    let course = AccessCourse(access, [Change(.delete, .group("ops"), liveID: "1")])
    #expect(course.consequences(mostRoles: 2)?.values.first?.count == 2)
    #expect(course.consequences(mostRoles: 1) == nil)
  }
}
