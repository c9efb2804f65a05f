import IdentityModel
import Reconciliation
import Testing

@Suite("Members of groups are given, and managed where they are declared")
struct MembershipDifferTests {
  private static let live = LiveState.make {
    $0.users = ["ann", "bob"].map { Live(id: "\($0)", User(name: $0)) }
    $0.groups = ["ops", "audit"].map { Live(id: "\($0)", Group(name: $0)) }
    $0.memberships = [
      Membership(user: "bob", group: "ops"), Membership(user: "bob", group: "audit"),
    ]
  }
  private static let base = DesiredState.make {
    $0.users = ["ann", "bob"].map { User(name: $0) }
    $0.groups = ["ops", "audit"].map { Group(name: $0) }
    $0.memberships = [Membership(user: "ann", group: "ops")]
  }

  @Test("one who is missing joins, and whom the seed does not name stays")
  func missing() throws {
    let plan = try Plan.make(Self.base, Self.live, options: .pruning)
    #expect(plan.lines == ["+ membership ann in ops"])
  }

  @Test("another member of a group whose members are declared is counted, and goes when pruning")
  func unmanaged() throws {
    var desired = Self.base
    desired.groupsWithDeclaredMembers = ["ops"]
    #expect(try Plan.make(desired, Self.live).unmanagedCount == 1)
    let plan = try Plan.make(desired, Self.live, options: .pruning)
    #expect(plan.lines == ["+ membership ann in ops", "- membership bob in ops unmanaged"])
  }

  @Test("one who is declared absent leaves")
  func absent() throws {
    var desired = Self.base
    desired.absent.memberships = [Membership(user: "bob", group: "audit")]
    let plan = try Plan.make(desired, Self.live)
    #expect(plan.lines == ["+ membership ann in ops", "- membership bob in audit declaredAbsent"])
  }
}
