import IdentityModel
import Reconciliation
import Testing

@Suite("Assignments are managed for the users whose roles are declared")
struct AssignmentDifferTests {
  static let live = LiveState.make {
    $0.roles = ["admin", "Member", Role.memberName].map { Live(id: "\($0)", Role(name: $0)) }
    $0.tenants = ["acme", "demo"].map { Live(id: "\($0)", Tenant(name: $0)) }
    $0.users = ["ann", "bob"].map { Live(id: "\($0)", User(name: $0)) }
  }
  static let base = DesiredState.make {
    $0.roles = ["admin", "Member"].map { Role(name: $0) }
    $0.tenants = ["acme", "demo"].map { Tenant(name: $0) }
    $0.users = ["ann", "bob"].map { User(name: $0) }
  }

  static func assignment(_ user: QualifiedName, _ tenant: QualifiedName, _ role: QualifiedName)
    -> RoleAssignment
  {
    RoleAssignment(user: user, tenant: tenant, role: role)
  }

  @Test("A6 a user that is there gets the role that is missing, and keeps the one it has")
  func missing() throws {
    var (desired, live) = (Self.base, Self.live)
    desired.usersWithDeclaredRoles = ["ann"]
    desired.assignments = [
      Self.assignment("ann", "acme", "admin"), Self.assignment("ann", "acme", "Member"),
    ]
    live.assignments = [Self.assignment("ann", "acme", "admin")]
    let plan = try Plan.make(desired, live)
    #expect(plan.lines == ["+ assignment ann has Member in acme"])
    #expect(plan.unmanagedCount == 0)
  }

  @Test("roles on a domain and on the system, and those of groups, are managed each by their word")
  func otherScopes() throws {
    var (desired, live) = (Self.base, Self.live)
    let ops = RoleAssignment.Holder.group("ops")
    desired.groups = [Group(name: "ops")]
    live.groups = [Live(id: "g", Group(name: "ops"))]
    live.domains = [Live(id: "d", Domain(name: Domain.defaultName))]
    desired.holdersWithDomainRoles = [ops]
    desired.assignments = [RoleAssignment(ops, .domain("Default"), role: "admin")]
    live.assignments = [
      RoleAssignment(ops, .domain("Default"), role: "Member"),
      RoleAssignment(ops, .system, role: "Member"),
      RoleAssignment(ops, .tenant("acme"), role: "Member"),
    ]
    let plan = try Plan.make(desired, live, options: .pruning)
    #expect(
      plan.lines == [
        "+ assignment group ops has admin on domain Default",
        "- assignment group ops has Member on domain Default unmanaged",
      ]
    )
    desired.holdersWithDomainRoles = []
    desired.holdersWithSystemRoles = [ops]
    desired.absent.assignments = [RoleAssignment(ops, .tenant("acme"), role: "Member")]
    let other = try Plan.make(desired, live)
    #expect(
      other.lines == [
        "+ assignment group ops has admin on domain Default",
        "- assignment group ops has Member in acme declaredAbsent",
      ]
    )
    #expect(other.unmanagedCount == 1)
  }

  @Test("another role of such a user is counted, left alone, and revoked when pruning")
  func unmanaged() throws {
    var (desired, live) = (Self.base, Self.live)
    desired.usersWithDeclaredRoles = ["ann"]
    live.assignments = [
      Self.assignment("ann", "demo", "admin"), Self.assignment("bob", "demo", "admin"),
    ]
    #expect(try Plan.make(desired, live).unmanagedCount == 1)
    #expect(try Plan.make(desired, live).isEmpty)
    let pruning = try Plan.make(desired, live, options: .pruning)
    #expect(pruning.lines == ["- assignment ann has admin in demo unmanaged"])
  }

  @Test("A36 roles that the seed does not declare for a user are not managed, even when pruning")
  func undeclared() throws {
    var (desired, live) = (Self.base, Self.live)
    desired.usersWithDeclaredRoles = ["ann"]
    live.assignments = [Self.assignment("bob", "demo", "admin")]
    let plan = try Plan.make(desired, live, options: .pruning)
    #expect(plan.isEmpty && plan.unmanagedCount == 0)
  }

  @Test("Keystone's own _member_ is left alone, unless the seed names it")
  func memberRole() throws {
    var (desired, live) = (Self.base, Self.live)
    desired.usersWithDeclaredRoles = ["ann"]
    live.assignments = [Self.assignment("ann", "acme", Role.memberName)]
    let plan = try Plan.make(desired, live, options: .pruning)
    #expect(plan.isEmpty && plan.unmanagedCount == 0)
    let assignments = PlanOptions(kinds: [.assignment])
    let free = try Plan.make(desired, live, capabilities: .v3, options: assignments)
    #expect(free.unmanagedCount == 1)

    desired.assignments = [Self.assignment("ann", "demo", Role.memberName)]
    #expect(try Plan.make(desired, live).lines == ["+ assignment ann has _member_ in demo"])
    desired.absent.assignments = [Self.assignment("ann", "acme", Role.memberName)]
    #expect(
      try Plan.make(desired, live).lines == [
        "+ assignment ann has _member_ in demo",
        "- assignment ann has _member_ in acme declaredAbsent",
      ]
    )
  }

  @Test("what is declared absent is revoked from anybody, and only if it is there")
  func absent() throws {
    var (desired, live) = (Self.base, Self.live)
    live.assignments = [Self.assignment("bob", "demo", "admin")]
    desired.absent.assignments = [
      Self.assignment("bob", "demo", "admin"), Self.assignment("bob", "demo", "Member"),
    ]
    let plan = try Plan.make(desired, live)
    #expect(plan.lines == ["- assignment bob has admin in demo declaredAbsent"])
    #expect(plan.isDestructive)
  }

  @Test("what goes with its tenant or role is neither revoked by itself nor counted")
  func goesWithAnother() throws {
    var (desired, live) = (Self.base, Self.live)
    desired.tenants = [Tenant(name: "acme")]
    desired.roles = [Role(name: "admin")]
    desired.usersWithDeclaredRoles = ["ann"]
    desired.absent.tenants = ["demo"]
    desired.absent.roles = ["Member"]
    live.assignments = [
      Self.assignment("ann", "demo", "admin"), Self.assignment("ann", "acme", "Member"),
    ]
    let plan = try Plan.make(desired, live, options: .pruning)
    #expect(
      plan.lines == [
        "- tenant demo id demo declaredAbsent", "- role Member id Member declaredAbsent",
      ]
    )
    #expect(plan.unmanagedCount == 0)
  }
}
