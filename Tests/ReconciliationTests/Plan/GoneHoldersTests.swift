import IdentityModel
import Reconciliation
import Testing

@Suite("What somebody has who is gone is told, and revoked by pruning alone")
struct GoneHoldersTests {
  private static let user = RoleAssignment.Holder.user("0a0a")
  private static let stray = RoleAssignment(user, .tenant("web"), role: "admin")
  private static let ofGroup = RoleAssignment(.group("0b0b"), .system, role: "admin")

  private static let live = LiveState.make {
    $0.roles = [Live(id: "r", Role(name: "admin"))]
    $0.tenants = [Live(id: "p", Tenant(name: "web"))]
    $0.users = [Live(id: "u", User(name: "bob"))]
    $0.assignmentsOfGone = [stray, ofGroup]
  }

  private static let desired = DesiredState.make {
    $0.roles = [Role(name: "admin")]
    $0.tenants = [Tenant(name: "web")]
    $0.users = [User(name: "bob")]
    $0.usersWithDeclaredRoles = ["bob"]
  }

  @Test("a plan says who it is, and leaves it")
  func notPruned() throws {
    let plan = try Plan.make(Self.desired, Self.live, capabilities: .v3)
    #expect(plan.isEmpty && !plan.leavesDrift)
    #expect(
      plan.notes == [
        .holderIsGone(.group("0b0b"), [Self.ofGroup], .notPruned),
        .holderIsGone(Self.user, [Self.stray], .notPruned),
      ]
    )
    #expect(plan.unmanagedCount == 2)
  }

  @Test("pruning revokes it, by the ID")
  func pruned() throws {
    let plan = try Plan.make(Self.desired, Self.live, capabilities: .v3, options: .pruning)
    #expect(
      Set(plan.lines) == [
        "- assignment 0a0a has admin in web id 0a0a holderIsGone",
        "- assignment group 0b0b has admin on the system id 0b0b holderIsGone",
      ]
    )
    #expect(plan.notes == [])
  }

  @Test("a seed that says of nobody which roles there are prunes none of it")
  func undeclared() throws {
    var desired = Self.desired
    desired.usersWithDeclaredRoles = []
    let plan = try Plan.make(desired, Self.live, capabilities: .v3, options: .pruning)
    #expect(plan.isEmpty)
    #expect(plan.notes.contains(.holderIsGone(Self.user, [Self.stray], .notOwn)))
    #expect(plan.notes.contains(.kindNotPruned(.assignment)))
  }

  @Test("where a domain lists nobody, nobody is known to be gone")
  func doubtful() throws {
    var live = Self.live
    live.assignmentsOfGone = [Self.stray]
    live.domainsListingNobody = ["corp"]
    for options in [PlanOptions.unlimited, .pruning] {
      let plan = try Plan.make(Self.desired, live, capabilities: .v3, options: options)
      #expect(plan.isEmpty)
      #expect(
        plan.notes == [.holderIsGone(Self.user, [Self.stray], .domainsListNobody(["corp"]))]
      )
    }
  }

  @Test("a saved plan notices who has gone since")
  func fingerprint() {
    var live = Self.live
    live.assignmentsOfGone = []
    #expect(LiveFingerprint.of(live) != LiveFingerprint.of(Self.live))
  }
}
