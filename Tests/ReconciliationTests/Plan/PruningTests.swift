import IdentityModel
import Reconciliation
import Testing

@Suite("Pruning deletes what the seed does not mention, within limits")
struct PruningTests {
  static let desired = DesiredState.make {
    $0.roles = [Role(name: "admin")]
    $0.tenants = [Tenant(name: "acme")]
    $0.users = [User(name: "ann")]
    $0.usersWithDeclaredRoles = ["ann"]
    $0.services = [.make(.nova)]
    $0.endpoints = [.make(.nova)]
  }

  static let live = LiveState.make {
    $0.roles = ["admin", "old", Role.memberName].map { Live(id: "r-\($0)", Role(name: $0)) }
    $0.tenants = ["acme", "old"].map { Live(id: "t-\($0)", Tenant(name: $0)) }
    $0.users = ["ann", "old"].map { Live(id: "u-\($0)", User(name: $0)) }
    $0.assignments = [RoleAssignment(user: "ann", tenant: "acme", role: "admin")]
    $0.services = [.make("nova", .nova), .make("glance", .glance)]
    $0.endpoints = [.make("e1", on: "nova"), .make("e2", on: "glance")]
  }

  static let everything = [
    "- endpoint image/glance in RegionOne id e2 unmanaged",
    "- service image/glance id glance unmanaged",
    "- assignment ann has admin in acme unmanaged",
    "- user old id u-old unmanaged",
    "- tenant old id t-old unmanaged",
    "- role old id r-old unmanaged",
  ]

  @Test("without it everything that is not mentioned is counted and left alone")
  func notAskedFor() throws {
    let plan = try Plan.make(Self.desired, Self.live)
    #expect(plan.isEmpty)
    #expect(plan.unmanagedCount == 6)
  }

  @Test("a service stays for a row of v3's that v2.0 does not list, and would go with it")
  func unlistedRow() throws {
    var live = Self.live
    live.strayInterfaces = [
      LiveInterface(
        id: "x",
        serviceID: "glance",
        region: nil,
        interface: .admin,
        url: URLTemplate("http://a")
      )
    ]
    let plan = try Plan.make(Self.desired, live, options: .pruning)
    #expect(plan.lines == Self.everything.filter { !$0.contains("service") })
    #expect(!plan.leavesDrift)
  }

  @Test("with it all of that goes, and _member_ stays")
  func everyKind() throws {
    let plan = try Plan.make(Self.desired, Self.live, options: .pruning)
    #expect(plan.lines == Self.everything)
    #expect(plan.unmanagedCount == 0)
    #expect(plan.notes == [.takesAlong(.role("old"), id: "r-old")])
  }

  @Test("where a default tenant brings no role, _member_ is one as any other")
  func withoutMemberRole() throws {
    let plan = try Plan.make(Self.desired, Self.live, capabilities: .v3, options: .pruning)
    let everything = Self.everything.map { line in
      line.replacing("id e2 ", with: "id e2-public ")
    }
    #expect(Set(plan.lines) == Set(everything + ["- role _member_ id r-_member_ unmanaged"]))
  }

  @Test(
    "A35 a kind of which the seed declares nothing is not pruned",
    arguments: ResourceKind.allCases
  )
  func emptySection(kind: ResourceKind) throws {
    var desired = Self.desired
    switch kind {
    case .domain: desired.domains = []
    case .region: desired.regions = []
    case .role: desired.roles = []
    case .tenant: desired.tenants = []
    case .group: desired.groups = []
    case .user: desired.users = []
    case .implication: desired.rolesWithDeclaredImplications = []
    case .membership: desired.groupsWithDeclaredMembers = []
    case .assignment: desired.usersWithDeclaredRoles = []
    case .service: (desired.services, desired.endpoints) = ([], [])
    case .endpoint: desired.endpoints = []
    case .registeredLimit: desired.servicesWithDeclaredLimits = []
    case .limit: desired.holdersWithDeclaredLimits = []
    }
    var live = Self.live
    live.groups = [Live(id: "g1", Group(name: "night"))]
    let plan = try Plan.make(desired, live, options: .pruning)
    #expect(!plan.changes.contains { $0.key.kind == kind })
    let isNeverPruned = [
      .implication, .membership, .assignment, .domain, .region, .registeredLimit, .limit,
    ].contains(kind)
    #expect(plan.notes.contains(.kindNotPruned(kind)) == !isNeverPruned)
  }

  @Test("A35 an empty seed prunes nothing")
  func emptySeed() throws {
    let plan = try Plan.make(DesiredState(), Self.live, options: .pruning)
    #expect(plan.isEmpty)
    #expect(plan.unmanagedCount == 10)
    #expect(plan.notes.count == 5)
  }

  @Test("roles that are declared as none are pruned all the same")
  func declaredAsNone() throws {
    let plan = try Plan.make(Self.desired, Self.live, options: .pruning)
    #expect(plan.lines.contains("- assignment ann has admin in acme unmanaged"))
  }

  @Test("a service stays while an endpoint that stays hangs on it")
  func servicesNeeded() throws {
    var desired = Self.desired
    desired.endpoints = []
    let plan = try Plan.make(desired, Self.live, options: .pruning)
    #expect(!plan.changes.contains { $0.key.kind == .service })
    let services = PlanOptions(kinds: [.service], prunes: true, maximumDeletions: .max)
    #expect(try Plan.make(Self.desired, Self.live, options: services).isEmpty)
  }

  @Test("only the kinds that were asked for are pruned")
  func someKinds() throws {
    let options = PlanOptions(kinds: [.user, .role], prunes: true, maximumDeletions: .max)
    let plan = try Plan.make(Self.desired, Self.live, options: options)
    #expect(plan.lines == ["- user old id u-old unmanaged", "- role old id r-old unmanaged"])
  }

  @Test("the caller's own user, tenant, roles and assignments are never pruned")
  func caller() throws {
    let caller = Caller(user: "old", tenant: "old", roles: ["old"])
    let plan = try Plan.make(Self.desired, Self.live, options: .pruning, caller: caller)
    #expect(plan.lines == Array(Self.everything.prefix(3)))
    #expect(plan.unmanagedCount == 3)
    let ann = Caller(user: "ann", tenant: nil, roles: [])
    let others = try Plan.make(Self.desired, Self.live, options: .pruning, caller: ann)
    #expect(!others.changes.contains { $0.key.kind == .assignment })
  }

  @Test("an identity service and its endpoints are never pruned, not even a second one")
  func identityService() throws {
    var live = Self.live
    live.services += [.make("k1", .keystone), .make("k2", .keystone)]
    live.endpoints += [.make("e3", on: "k1"), .make("e4", on: "k2")]
    let plan = try Plan.make(Self.desired, live, options: .pruning)
    #expect(plan.lines == Self.everything)
    #expect(plan.unmanagedCount == 4)
  }

  @Test("an assignment that goes with its tenant or role is not deleted by itself")
  func goesWithAnother() throws {
    var live = Self.live
    live.assignments = [
      RoleAssignment(user: "ann", tenant: "old", role: "admin"),
      RoleAssignment(user: "ann", tenant: "acme", role: "old"),
    ]
    let plan = try Plan.make(Self.desired, live, options: .pruning)
    #expect(!plan.changes.contains { $0.key.kind == .assignment })
    #expect(plan.unmanagedCount == 0)
  }

  @Test("an assignment whose tenant is not pruned is deleted by itself")
  func goesByItself() throws {
    var (desired, live) = (Self.desired, Self.live)
    desired.tenants = []
    live.assignments = [RoleAssignment(user: "ann", tenant: "old", role: "admin")]
    let plan = try Plan.make(desired, live, options: .pruning)
    #expect(plan.lines.contains("- assignment ann has admin in old unmanaged"))
  }

  @Test("an undeclared endpoint on a duplicate service goes without moving first")
  func noMove() throws {
    var live = Self.live
    live.services.append(.make("nova2", .nova))
    live.endpoints.append(.make("e5", on: "nova2", in: "Edge"))
    var desired = Self.desired
    desired.regions = [Region(name: "Edge")]
    let plan = try Plan.make(desired, live, options: .pruning)
    #expect(
      plan.lines == [
        "- endpoint compute/nova in Edge id e5 unmanaged",
        Self.everything[0],
        "- service compute/nova id nova2 duplicate",
      ] + Self.everything.dropFirst()
    )
    #expect(plan.unmanagedCount == 0)
    let unpruned = try Plan.make(desired, live)
    #expect(unpruned.count(of: .replace) == 1)
  }
}
