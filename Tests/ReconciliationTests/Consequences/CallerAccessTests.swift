import IdentityModel
import TestSupport
import Testing

@testable import Reconciliation

@Suite("Nobody cuts off what a group or an implication lets them in by")
struct CallerAccessTests {
  private static let caller = Caller(user: "ann", tenant: "ops", roles: ["admin", "reader"])

  private static func grant(
    _ holder: RoleAssignment.Holder,
    _ scope: RoleAssignment.Scope = .tenant("ops"),
    _ role: QualifiedName = "admin"
  ) -> RoleAssignment {
    RoleAssignment(holder, scope, role: role)
  }

  /// A cloud in which ann is an administrator of ops by a group alone.
  private static func access(_ grants: [RoleAssignment]) -> Access {
    var access = Access()
    access.grants = Set(grants.map { Access.Grant($0) })
    access.members = [.name("admins"): [.name("ann"), .name("bob")], .name("others"): []]
    access.implications = [Access.Implied(Implication("admin", implies: "reader"))]
    access.places = [
      .name("ops"): Access.Place(domain: .name("Default"), parent: .name("top")),
      .name("top"): Access.Place(domain: .name("Default")),
    ]
    return access
  }

  private static let byGroup = access([grant(.group("admins")), grant(.group("others"))])

  private static func loss(_ access: Access, _ changes: Change...) -> ResourceKey? {
    CallerAccess(access, of: caller, changes).loss
  }

  private static func isAskedFor(
    _ change: Change,
    _ caller: Caller = caller,
    _ implications: Set<Implication> = []
  ) -> Bool {
    CallerAccess.mayBeLost(by: [change], of: caller, implications)
  }

  @Test(
    arguments: [
      .membership(Membership(user: "ann", group: "admins")), .group("admins"),
      .assignment(grant(.group("admins"))),
    ] as [ResourceKey]
  )
  func `what takes the only way is found, and looked for`(key: ResourceKey) {
    let change = Change(.delete, key)
    #expect(Self.isAskedFor(change))
    #expect(Self.loss(Self.byGroup, change) == key)
    let other = Self.access([Self.grant(.group("admins")), Self.grant(.user("ann"))])
    #expect(Self.loss(other, change) == nil, "another way stays")
  }

  @Test(
    arguments: [
      .membership(Membership(user: "bob", group: "admins")), .group("others"),
      .membership(Membership(user: "ann", group: "others")),
      .assignment(grant(.group("admins"), .tenant("lab"))),
    ] as [ResourceKey]
  )
  func `what takes something else is none`(key: ResourceKey) {
    #expect(Self.loss(Self.byGroup, Change(.delete, key)) == nil)
  }

  @Test func `what cannot be about the caller is not asked for`() {
    let others: [ResourceKey] = [
      .membership(Membership(user: "bob", group: "admins")), .user("bob"), .role("reader"),
      .assignment(Self.grant(.group("admins"), .tenant("lab"))),
      .assignment(Self.grant(.user("bob"), .tenantsBelow("top"))),
      .implication(Implication("admin", implies: "reader")),
    ]
    for key in others { #expect(!Self.isAskedFor(Change(.delete, key)), "\(key)") }
    #expect(!Self.isAskedFor(Change(.create, .group("admins"))))
    let unscoped = Caller(user: "ann", tenant: nil, roles: [])
    #expect(!Self.isAskedFor(Change(.delete, .group("admins")), unscoped))
  }

  @Test func `what the plan makes is no way: it may come too late`() {
    let leaving = Change(.delete, .membership(Membership(user: "ann", group: "admins")))
    let joining = Change(.create, .membership(Membership(user: "ann", group: "others")))
    let granting = Change(.create, .assignment(Self.grant(.user("ann"))))
    #expect(Self.loss(Self.byGroup, joining, granting, leaving) == leaving.key)
  }

  @Test(
    arguments: [
      .tenantsBelow("top"), .tenantsOfDomain("Default"),
    ] as [RoleAssignment.Scope]
  )
  func `what is inherited from above lets in as well`(scope: RoleAssignment.Scope) {
    for holder in [RoleAssignment.Holder.user("ann"), .group("admins")] {
      let assignment = Self.grant(holder, scope)
      let change = Change(.delete, .assignment(assignment))
      #expect(Self.isAskedFor(change))
      #expect(CallerAccess(Self.access([assignment]), of: Self.caller, [change]).needsPlaces)
      #expect(Self.loss(Self.access([assignment]), change) == change.key)
      let below = Self.access([Self.grant(holder, .tenantsBelow("ops"))])
      #expect(Self.loss(below, change) == nil)
    }
  }

  @Test func `of implications those count that make an administrator, or whoever is none`() {
    var access = Self.access([Self.grant(.user("ann"), .tenant("ops"), "root")])
    let links = [Implication("root", implies: "lead"), Implication("lead", implies: "admin")]
    access.implications.formUnion(links.map { Access.Implied($0) })
    for link in links {
      let change = Change(.delete, .implication(link))
      #expect(Self.isAskedFor(change, Self.caller, Set(links)))
      #expect(Self.loss(access, change) == change.key)
    }
    let harmless = Change(.delete, .implication(Implication("admin", implies: "reader")))
    #expect(Self.loss(access, harmless) == nil)
    let lead = Caller(user: "ann", tenant: "ops", roles: ["lead", "reader"])
    #expect(!Self.isAskedFor(Change(.delete, .implication(links[1])), lead, Set(links)))
    var others = Self.access([Self.grant(.user("ann"), .tenant("ops"), "lead")])
    let reading = Implication("lead", implies: "reader")
    others.implications = [Access.Implied(reading)]
    let change = Change(.delete, .implication(reading))
    #expect(Self.isAskedFor(change, lead))
    #expect(CallerAccess(others, of: lead, [change]).loss == change.key)
  }

  @Test func `a domain's own role and a group of a domain go with what they gave`() {
    let role = QualifiedName("root", of: "corp")
    var access = Self.access([Self.grant(.user("ann"), .tenant("ops"), role)])
    access.implications.insert(Access.Implied(Implication(role, implies: "admin")))
    let change = Change(.delete, .role(role))
    #expect(Self.isAskedFor(change))
    #expect(Self.loss(access, change) == change.key)

    let group = QualifiedName("admins", of: "corp")
    var other = Self.access([Self.grant(.group(group))])
    other.members = [.name(group): [.name("ann")]]
    let domain = Change(.delete, .domain("corp"))
    #expect(Self.isAskedFor(domain))
    #expect(Self.loss(other, domain) == domain.key)
    #expect(Self.loss(other, Change(.delete, .domain("lab"))) == nil)
  }

  @Test func `on the system and on a domain it is the same`() {
    for scope in [RoleAssignment.Scope.system, .domain("corp")] {
      let assignment = Self.grant(.group("admins"), scope)
      let caller = Caller(user: "ann", on: scope, roles: ["admin"])
      let change = Change(.delete, .assignment(assignment))
      #expect(Self.isAskedFor(change, caller))
      let ways = CallerAccess(Self.access([assignment]), of: caller, [change])
      #expect(ways.loss == change.key)
      #expect(!ways.needsPlaces)
      #expect(ways.groupsInQuestion == [.name("admins")])
    }
  }

  @Test(arguments: [("admin", true), ("Admin", true), ("administrator", false)])
  func `an administrator is who has that role`(name: String, isOne: Bool) {
    #expect(QualifiedName(name).isAdministrator == isOne)
    #expect(!QualifiedName(Name(name), of: "corp").isAdministrator)
  }
}
