import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import Convergence

struct ApplyMonitorTests {
  static let cases: [(change: Change, isAllowed: Bool)] = [
    (Change(.create, .role("admin")), true),
    (Change(.update, .tenant("admin"), liveID: "t"), true),
    (Change(.delete, .service(.nova), liveID: "s", reason: .duplicate), true),
    (Change(.replace, .endpoint(.nova), liveID: "e", reason: .movesFromDuplicate), true),
    (Change(.replace, .endpoint(.nova), liveID: "e"), false),
    (
      Change(
        .replace,
        .endpoint(.nova),
        liveID: "e",
        fields: [FieldChange(.adminURL, to: .template(URLTemplate("http://new/")))]
      ), true
    ),
    (Change(.replace, .endpoint(.nova), liveID: "e", reason: .movesWithService), false),
    (Change(.delete, .role("admin"), liveID: "r", reason: .unmanaged), false),
    (Change(.delete, .role("admin"), liveID: "r", reason: .declaredAbsent), false),
  ]

  @Test("a later round may take away doubles, and what was agreed to", arguments: cases)
  func allows(change: Change, isAllowed: Bool) {
    let plan = Plan(changes: [change, Change(.create, .role("Member"))])
    #expect(ApplyMonitor().allows(plan, agreed: []) == isAllowed)
    #expect(ApplyMonitor().allows(plan, agreed: [change]))
    #expect(ApplyMonitor(allowsDestructiveRounds: true).allows(plan, agreed: []))
  }

  @Test("what users would notice has to be agreed to as well")
  func notes() {
    let neighbor = LiveNeighbor(.nova, url: nil, isDeclared: false)
    let note = PlanNote.nearType(ServiceKey(type: "computes", name: "nova"), neighbor)
    let plan = Plan(changes: [], notes: [note, .kindNotPruned(.user)])
    #expect(!ApplyMonitor().allows(plan, agreed: []))
    #expect(ApplyMonitor().allows(plan, agreed: [], notes: [note]))
    #expect(ApplyMonitor(allowsDestructiveRounds: true).allows(plan, agreed: []))
  }
}
