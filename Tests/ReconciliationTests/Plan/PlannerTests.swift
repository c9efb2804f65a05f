import IdentityModel
import Reconciliation
import TestSupport
import Testing
import Texts

@Suite("The planner turns a difference into a plan")
struct PlannerTests {
  @Test("no difference makes an empty plan")
  func nothing() throws {
    let planner = Planner(capabilities: .v2, options: PlanOptions(), caller: nil)
    let plan = try planner.plan(Difference(), desired: DesiredState(), live: LiveState())
    #expect(plan == Plan(changes: []))
  }

  @Test("it takes over changes, notes and the count of what is unmanaged")
  func takesOver() throws {
    var difference = Difference()
    difference.changes = [Change(.create, .tenant("b")), Change(.create, .tenant("a"))]
    difference.unmanaged = [Change(.delete, .user("u"), liveID: "1", reason: .unmanaged)]
    difference.notes = [.passwordOfDisabledUser("u")]
    let planner = Planner(capabilities: .v2, options: PlanOptions(), caller: nil)
    let plan = try planner.plan(difference, desired: DesiredState(), live: LiveState())
    #expect(plan.lines == ["+ tenant a", "+ tenant b"])
    #expect(plan.notes == difference.notes)
    #expect(plan.unmanagedCount == 1)
  }

  @Test("what may not be changed is in the notes of the backend, beside those of the differ")
  func notesTogether() throws {
    let desired = DesiredState.make {
      $0.users = [User(name: "ann")]
      $0.passwords = ["ann": Secret("p")]
      $0.services = [.make(.nova)]
      $0.endpoints = [.make(.nova, public: "http://new")]
    }
    let live = LiveState.make {
      $0.users = [Live(id: "1", User(name: "ann"))]
      $0.services = [.make("s", .nova)]
      $0.endpoints = [.make("e", on: "s", isManageable: false)]
    }
    let plan = try Plan.make(desired, live, passwords: ["ann": .userDisabled])
    #expect(plan.isEmpty)
    #expect(
      plan.notes == [.passwordOfDisabledUser("ann"), .unmanageable(.endpoint(.nova), id: "e")]
    )
  }
}
