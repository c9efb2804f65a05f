import IdentityModel
import Reconciliation
import Testing
import Texts

@Suite("A schedule knows what comes last")
struct ScheduleTests {
  @Test("the caller's own password comes last, whether the others succeed or not")
  func ownPassword() throws {
    let users = ["admin", "ann", "bob"].map { User(name: $0) }
    let desired = DesiredState.make {
      $0.tenants = [Tenant(name: "acme")]
      $0.users = users
      $0.passwords = ["admin": Secret("p"), "ann": Secret("p")]
      $0.absent.roles = ["old"]
    }
    let live = LiveState.make {
      $0.roles = [Live(id: "r", Role(name: "old"))]
      $0.users = users.map { Live(id: "\($0.name)", $0) }
    }
    let plan = try Plan.make(
      desired,
      live,
      passwords: ["admin": .refused, "ann": .refused]
    )
    let caller = Caller(user: "admin", tenant: nil, roles: [])
    let operations = Schedule(plan, live: live, caller: caller, capabilities: .v2).operations
    #expect(operations.count == 4)
    for (index, operation) in operations.enumerated() {
      let isOwn = plan.changes[operation.change].key == .user("admin")
      let others = operations.indices.filter { $0 != index }
      #expect(operation.afterSettled == (isOwn ? others : []))
      #expect(operation.after == [])
    }
    let bare = Schedule(plan, live: live, caller: nil, capabilities: .v2).operations
    #expect(bare.allSatisfy { $0.afterSettled.isEmpty })
  }

  @Test("the caller's change without a password comes when it comes")
  func ownEmail() throws {
    let desired = DesiredState.make { $0.users = [User(name: "admin", email: "e")] }
    let live = LiveState.make { $0.users = [Live(id: "1", User(name: "admin"))] }
    let caller = Caller(user: "admin", tenant: nil, roles: [])
    let schedule = Schedule(
      try Plan.make(desired, live),
      live: live,
      caller: caller,
      capabilities: .v2
    )
    #expect(schedule.operations.map(\.afterSettled) == [[]])
  }
}
