import IdentityModel
import TestSupport
import Testing

@testable import Reconciliation

@Suite struct ChangeAccessTests {
  private static let ofGroup = RoleAssignment(.group("ops"), .system, role: "reader")
  private static let ofUser = RoleAssignment(.user("ann"), .system, role: "reader")

  @Test func `it is told of groups, of their roles and members, and of implications`() {
    let told = [
      Change(.create, .implication(Implication("a", implies: "b"))),
      Change(.delete, .implication(Implication("a", implies: "b"))),
      Change(.create, .membership(Membership(user: "ann", group: "ops"))),
      Change(.delete, .membership(Membership(user: "ann", group: "ops"))),
      Change(.create, .assignment(Self.ofGroup)), Change(.delete, .assignment(Self.ofGroup)),
      Change(.delete, .group("ops"), liveID: "1"), Change(.delete, .role("a"), liveID: "1"),
    ]
    for change in told {
      #expect(change.hasConsequences, "\(change.key)")
      #expect(Plan(changes: [change]).hasConsequences)
    }
  }

  @Test func `it is told of nothing else`() {
    let others = [
      Change(.create, .group("ops")), Change(.create, .role("a")),
      Change(.update, .group("ops"), liveID: "1"),
      Change(.create, .assignment(Self.ofUser)), Change(.delete, .assignment(Self.ofUser)),
      Change(.delete, .user("ann"), liveID: "1"), Change(.delete, .tenant("lab"), liveID: "1"),
    ]
    for change in others { #expect(!change.hasConsequences, "\(change.key)") }
    #expect(!Plan(changes: others).hasConsequences)
  }
}
