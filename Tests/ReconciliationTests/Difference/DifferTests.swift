import IdentityModel
import Reconciliation
import Testing

@Suite("The differ compares the kinds that it is asked for")
struct DifferTests {
  static let desired = DesiredState.make {
    $0.regions = [Region(name: "RegionOne")]
    $0.roles = [Role(name: "admin")]
    $0.implications = [Implication("admin", implies: "member")]
    $0.tenants = [Tenant(name: "acme")]
    $0.domains = [Domain(name: "corp")]
    $0.groups = [Group(name: "ops")]
    $0.memberships = [Membership(user: "ann", group: "ops")]
    $0.users = [User(name: "ann")]
    $0.usersWithDeclaredRoles = ["ann"]
    $0.assignments = [RoleAssignment(user: "ann", tenant: "acme", role: "admin")]
    $0.services = [.make(.nova)]
    $0.endpoints = [.make(.nova)]
    let servers = LimitKey(service: .nova, region: "RegionOne", resource: "servers")
    $0.limits = [Limit(servers, value: 10), Limit(servers.own(of: .tenant("acme")), value: 20)]
  }

  @Test("a kind that is not asked for shows no difference", arguments: ResourceKind.allCases)
  func oneKind(kind: ResourceKind) {
    let difference = Differ.difference(
      desired: Self.desired,
      live: LiveState(),
      kinds: [kind],
      memberRole: Role.memberName,
      groupsEndpoints: true
    )
    #expect(difference.changes.map(\.key.kind) == [kind])
    #expect(difference.changes.map(\.action) == [.create])
  }

  @Test("by default it is asked for all of them")
  func everyKind() {
    let difference = Differ.difference(
      desired: Self.desired,
      live: LiveState(),
      memberRole: Role.memberName,
      groupsEndpoints: true
    )
    #expect(Set(difference.changes.map(\.key.kind)) == Set(ResourceKind.allCases))
  }

  @Test("nothing is asked for: nothing differs")
  func noKind() {
    let difference = Differ.difference(
      desired: Self.desired,
      live: LiveState(),
      kinds: [],
      memberRole: Role.memberName,
      groupsEndpoints: true
    )
    #expect(difference == Difference())
  }

  @Test("a service that goes takes its endpoints along, so they are in the plan with it")
  func servicesAlone() throws {
    let live = LiveState.make {
      $0.services = [.make("1", .nova), .make("2", .nova)]
      $0.endpoints = [
        .make("a", on: "2"), .make("b", on: "2", in: "Edge"), .make("c", on: "1", in: "West"),
      ]
    }
    let plan = try Plan.make(
      Self.desired,
      live,
      options: PlanOptions(kinds: [.service], maximumDeletions: .max)
    )
    #expect(
      plan.lines == [
        "+ endpoint compute/nova in RegionOne",
        "+/- endpoint compute/nova in Edge id b movesFromDuplicate",
        "- endpoint compute/nova in RegionOne id a duplicate",
        "- service compute/nova id 2 duplicate",
      ]
    )
  }

  @Test("endpoints alone: a duplicate service stays, and its endpoints leave it")
  func endpointsAlone() throws {
    let live = LiveState.make {
      $0.services = [.make("1", .nova), .make("2", .nova)]
      $0.endpoints = [.make("a", on: "2")]
    }
    let plan = try Plan.make(
      Self.desired,
      live,
      options: PlanOptions(kinds: [.endpoint], maximumDeletions: .max)
    )
    #expect(
      plan.lines == [
        "+ endpoint compute/nova in RegionOne",
        "- endpoint compute/nova in RegionOne id a duplicate",
      ]
    )
  }
}
