import IdentityModel
import Reconciliation
import Testing

@Suite("A note says what a person has to know")
struct PlanNoteTests {
  static let sorted: [PlanNote] = [
    .takesGrants("old", id: "1"),
    .twin(.tenant("Acme"), live: "ACME"),
    .twinNotPruned(.tenant("Acme"), of: "acme"),
    .startsEmpty(
      .tenant("Acme"),
      insteadOf: PlanNote.Departure(name: "Acne", id: "1", assignments: 0)
    ),
    .ambiguous(.user("ann"), count: 2),
    .passwordOfDisabledUser("ann"),
    .passwordCheckFailed("ann", reason: "500"),
    .passwordCheckFailed("ann", reason: "503"),
    .passwordOfDisabledUser("bob"),
    .pinned(.service(.nova), byEndpoint: "1"),
    .pinned(.service(.nova), byEndpoint: "2"),
    .unmanageable(.endpoint(.nova), id: "1"),
    .unmanageable(.endpoint(.nova), id: "2"),
    .kindNotPruned(.role),
    .kindNotPruned(.user),
    .regionNotPruned("East", endpoints: 1),
    .regionNotPruned("West", endpoints: 2),
  ]

  @Test("notes are shown by the object that they are about, those about a kind last")
  func order() {
    #expect(Self.sorted.reversed().sorted(by: PlanNote.precedes) == Self.sorted)
    for note in Self.sorted { #expect(!PlanNote.precedes(note, note)) }
  }

  @Test("what the plan cannot change is drift")
  func drift() {
    #expect(PlanNote.unmanageable(.endpoint(.nova), id: "1").leavesDrift)
    #expect(PlanNote.pinned(.service(.nova), byEndpoint: "1").leavesDrift)
    #expect(PlanNote.ambiguous(.user("ann"), count: 2).leavesDrift)
    #expect(PlanNote.passwordCheckFailed("ann", reason: "503").leavesDrift)
    #expect(!PlanNote.passwordOfDisabledUser("ann").leavesDrift)
    #expect(!PlanNote.twin(.user("Ann"), live: "ann").leavesDrift)
    #expect(!PlanNote.kindNotPruned(.user).leavesDrift)
    #expect(!PlanNote.twinNotPruned(.user("Ann"), of: "ann").leavesDrift)
    #expect(!PlanNote.takesGrants("old", id: "1").leavesDrift)
    #expect(!PlanNote.regionNotPruned("West", endpoints: 2).leavesDrift)
  }
}
