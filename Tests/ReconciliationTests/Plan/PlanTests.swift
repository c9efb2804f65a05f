import IdentityModel
import Reconciliation
import TestSupport
import Testing

@Suite("A plan is a value, sorted")
struct PlanTests {
  static let changes = [
    Change(.delete, .user("bob"), liveID: "1", reason: .declaredAbsent),
    Change(.update, .user("ann"), liveID: "2"),
    Change(.create, .tenant("acme")),
    Change(.create, .role("admin")),
  ]

  @Test("however its changes and notes come, the plan is the same")
  func sorted() {
    let notes: [PlanNote] = [.passwordOfDisabledUser("bob"), .ambiguous(.tenant("acme"), count: 2)]
    let plan = Plan(changes: Self.changes, notes: notes)
    #expect(plan == Plan(changes: Self.changes.reversed(), notes: notes.reversed()))
    #expect(
      plan.lines == [
        "+ role admin", "+ tenant acme", "~ user ann id 2", "- user bob id 1 declaredAbsent",
      ]
    )
  }

  @Test("it tells what changes come to of which that is told, and keeps it beside further notes")
  func consequences() throws {
    let implication = Change(.create, .implication(Implication("admin", implies: "reader")))
    let plan = Plan(changes: Self.changes + [implication])
    for change in plan.changes { #expect(plan.consequences(of: change) == nil) }
    let role = EffectiveRole(.name("ann"), .system, role: "reader")
    let told = plan.telling([implication.key: [Consequence(.gains, role)]])
    #expect(told.consequences(of: implication) == [Consequence(.gains, role)])
    #expect(Self.changes.allSatisfy { told.consequences(of: $0) == nil })
    #expect(plan.telling([:]).consequences(of: implication) == [])
    let noted = told.noting([.originUnknown])
    #expect(noted.notes == [.originUnknown])
    #expect(noted.consequences(of: implication) == [Consequence(.gains, role)])
    #expect(told.noting([]) == told)
  }

  @Test("it counts what it does")
  func counts() {
    let plan = Plan(changes: Self.changes)
    #expect(Action.allCases.map { plan.count(of: $0) } == [2, 1, 0, 1])
  }

  @Test("it is empty without changes, and destructive with a deletion or a replacement")
  func properties() {
    #expect(Plan(changes: []).isEmpty)
    #expect(!Plan(changes: Self.changes).isEmpty)
    #expect(Plan(changes: Self.changes).isDestructive)
    #expect(Plan(changes: [Change(.replace, .service(.nova))]).isDestructive)
    #expect(
      !Plan(changes: [Change(.create, .role("r")), Change(.update, .user("u"))]).isDestructive
    )
  }

  @Test("a person has to agree where it is destructive or a note says that users would notice")
  func agreement() {
    let neighbor = LiveNeighbor(.glance, url: nil, isDeclared: false)
    #expect(Plan(changes: Self.changes).needsAgreement)
    #expect(!Plan(changes: [Change(.create, .role("r"))]).needsAgreement)
    #expect(!Plan(changes: [], notes: [.kindNotPruned(.user)]).needsAgreement)
    #expect(Plan(changes: [], notes: [.nearType(.nova, neighbor)]).needsAgreement)
    let ownPassword = PlanNote.ownPasswordSet("admin")
    #expect(Plan(changes: [], notes: [ownPassword]).needsAgreement)
    #expect(!ownPassword.sendsUsersElsewhere && ownPassword.setsOwnPassword == "admin")
    #expect(!Plan(changes: [], notes: [.ownPasswordKept("admin")]).needsAgreement)
  }

  @Test("it leaves drift where a note says so")
  func drift() {
    #expect(!Plan(changes: Self.changes).leavesDrift)
    #expect(Plan(changes: [], notes: [.unmanageable(.service(.nova), id: "1")]).leavesDrift)
    #expect(!Plan(changes: [], notes: [.kindNotPruned(.user)]).leavesDrift)
  }
}
