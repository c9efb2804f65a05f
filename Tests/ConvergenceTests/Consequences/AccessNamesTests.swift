import IdentityModel
import Reconciliation
import Testing

@testable import Convergence

@Suite struct AccessNamesTests {
  private static let live = {
    var live = LiveState()
    live.roles = [Live(id: "r", Role(name: "admin"))]
    live.tenants = [Live(id: "p", Tenant(name: "renamed"))]
    live.users = [Live(id: "u", User(name: "ann"))]
    live.groups = [Live(id: "g", Group(name: "ops"))]
    live.domains = [
      Live(id: "default", Domain(name: Domain.defaultName)), Live(id: "d", Domain(name: "corp")),
    ]
    return live
  }()

  @Test func `what was read is said by name, and the rest by ID`() {
    let names = AccessNames(Self.live)
    let pairs: [(AssignmentIDs.Scope, Access.Grant.Scope)] = [
      (.tenant("p"), .tenant(.name("renamed"))), (.tenant("q"), .tenant(.id("q"))),
      (.domain("d"), .domain(.name("corp"))), (.system, .system),
      (.tenantsBelow("p"), .tenantsBelow(.name("renamed"))),
      (.tenantsOfDomain("default"), .tenantsOfDomain(.name(Domain.defaultName))),
      (.tenantsOfDomain("x"), .tenantsOfDomain(.id("x"))),
    ]
    for (ids, scope) in pairs {
      #expect(
        names.grant(AssignmentIDs(.group("g"), ids, roleID: "r"))
          == Access.Grant(.group(.name("ops")), scope, role: .name("admin"))
      )
    }
    #expect(
      names.grant(AssignmentIDs(.user("v"), .system, roleID: "s"))
        == Access.Grant(.user(.id("v")), .system, role: .id("s"))
    )
    #expect(
      names.implied(ImplicationIDs(roleID: "r", impliedID: "s"))
        == Access.Implied(.name("admin"), implies: .id("s"))
    )
  }

  @Test func `tenants of other domains get their names, and those that are known keep theirs`() {
    var names = AccessNames(Self.live)
    let web = PlaceIDs(id: "w", name: "web", domainID: "d", parentID: nil)
    let own = PlaceIDs(id: "p", name: "old", domainID: "default", parentID: nil)
    let below = PlaceIDs(id: "b", name: "below", domainID: "default", parentID: "p")
    let strange = PlaceIDs(id: "s", name: "strange", domainID: "x", parentID: nil)
    names.take([web, own, below, strange])
    #expect(names.tenant("w") == .name(QualifiedName("web", of: "corp")))
    #expect(names.tenant("p") == .name("renamed"))
    #expect(names.tenant("b") == .name("below"))
    #expect(names.tenant("s") == .id("s"))
    let place = Access.Place(domain: .name(Domain.defaultName), parent: .name("renamed"))
    #expect(names.place(below) == place)
    #expect(names.place(strange) == Access.Place(domain: .id("x")))
  }

  @Test func `members are asked for of groups that are there`() {
    let names = AccessNames(Self.live)
    let groups = names.groupIDs(of: [.name("ops"), .name("new"), .id("h")])
    #expect(groups.map(\.id) == ["g", "h"])
    #expect(groups.map(\.group) == [.name("ops"), .id("h")])
  }

  @Test func `lists of roles and domains are taken where there were none`() {
    var names = AccessNames(LiveState())
    #expect(!names.hasRoles)
    #expect(!names.hasDomains)
    names.take(Self.live.roles)
    names.take(Self.live.domains)
    #expect(names.hasRoles)
    #expect(names.hasDomains)
    #expect(
      names.grant(AssignmentIDs(.user("u"), .domain("d"), roleID: "r"))
        == Access.Grant(.user(.id("u")), .domain(.name("corp")), role: .name("admin"))
    )
  }
}
