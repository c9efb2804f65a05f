import IdentityModel
import TestSupport
import Testing

@testable import Reconciliation

@Suite struct AccessTimesTests {
  private static func grant(_ group: String, _ role: String) -> Access.Grant {
    Access.Grant(.group(.name(QualifiedName(group))), .system, role: .name(QualifiedName(role)))
  }

  private static func times(_ access: Access, _ changes: [Change]) -> AccessTimes {
    AccessTimes(access, Plan(changes: changes).changes)
  }

  @Test func `what is made and taken away is numbered as the plan has it`() {
    var access = Access()
    access.grants = [Self.grant("ops", "reader")]
    access.members = [.name("ops"): [.name("ann")]]
    access.implications = [Access.Implied(.name("a"), implies: .name("b"))]
    let assignment = RoleAssignment(.group("ops"), .system, role: "reader")
    let times = Self.times(
      access,
      [
        Change(.create, .membership(Membership(user: "bob", group: "ops"))),
        Change(.create, .implication(Implication("b", implies: "c"))),
        Change(.delete, .assignment(assignment)),
        Change(.delete, .membership(Membership(user: "ann", group: "ops"))),
      ]
    )
    let made = times.implications[Access.Implied(.name("b"), implies: .name("c"))]
    #expect(made == .made(by: 1))
    #expect(made.map(times.maker) == .implication(Implication("b", implies: "c")))
    #expect(times.members[.name("ops")]?[.name("bob")] == .made(by: 2))
    #expect(times.implications[Access.Implied(.name("a"), implies: .name("b"))] == .throughout)
    // The grant goes before the membership does.
    #expect(times.grants[Self.grant("ops", "reader")].map(times.taker) == .assignment(assignment))
    #expect(times.members[.name("ops")]?[.name("ann")]?.lost == 1)
  }

  @Test func `a role, a group and a domain take along what hangs on them`() {
    let corp = QualifiedName("staff", of: "corp")
    let ofCorp = Access.Grant(.group(.name(corp)), .system, role: .name("reader"))
    var access = Access()
    access.grants = [Self.grant("ops", "old"), Self.grant("gone", "reader"), ofCorp]
    access.implications = [
      Access.Implied(.name("old"), implies: .name("x")),
      Access.Implied(.name("y"), implies: .name("old")),
      Access.Implied(.name("x"), implies: .name("y")),
    ]
    let times = Self.times(
      access,
      [
        Change(.delete, .role("old"), liveID: "1"), Change(.delete, .group("gone"), liveID: "2"),
        Change(.delete, .domain("corp"), liveID: "3"),
      ]
    )
    #expect(times.grants[Self.grant("ops", "old")].map(times.taker) == .role("old"))
    #expect(times.grants[Self.grant("gone", "reader")].map(times.taker) == .group("gone"))
    #expect(times.grants[ofCorp]?.isTouched == false)
    #expect(times.grants[ofCorp]?.staysThere == false)
    #expect(times.implications.values.count { $0.isLost } == 2)
    let inCorp = EffectiveRole(.name("ann"), .domain(.name("corp")), role: "reader")
    #expect(times.goesWithObject(inCorp))
    #expect(!times.goesWithObject(EffectiveRole(.name("ann"), .system, role: "reader")))
  }

  @Test func `a tenant that is made is where it will be`() {
    let times = Self.times(Access(), [Change(.create, .tenant(QualifiedName("web", of: "corp")))])
    #expect(
      times.places
        == [.name(QualifiedName("web", of: "corp")): Access.Place(domain: .name("corp"))]
    )
    let web = EffectiveRole.Scope.tenant(.name(QualifiedName("web", of: "corp")))
    #expect(!times.isOld(EffectiveRole(.name("ann"), web, role: "reader")))
    #expect(times.isOld(EffectiveRole(.name("ann"), .tenant(.name("lab")), role: "reader")))
  }

  @Test func `a member who leaves was one, though nobody has read who is in the group`() {
    let membership = Membership(user: "ann", group: "ops")
    let times = Self.times(Access(), [Change(.delete, .membership(membership))])
    #expect(times.members[.name("ops")]?[.name("ann")].map(times.taker) == .membership(membership))
  }
}
