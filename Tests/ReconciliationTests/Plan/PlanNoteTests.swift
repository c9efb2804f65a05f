import IdentityModel
import Reconciliation
import Testing

@Suite("A note says what a person has to know")
struct PlanNoteTests {
  static let sorted: [PlanNote] = [
    .takesAlong(.role("old"), id: "1"),
    .immutableNotPruned(.role("old"), id: "1"),
    .twin(.tenant("Acme"), live: "ACME"),
    .twinNotPruned(.tenant("Acme"), of: "acme"),
    .startsEmpty(
      .tenant("Acme"),
      insteadOf: PlanNote.Departure(name: "Acne", id: "1", assignments: 0)
    ),
    .adopted(.tenant("Acme"), live: "ACME", id: "1"),
    .besideTwin(.tenant("Acme"), live: "ACME"),
    .immutable(.tenant("Acme"), id: "1", []),
    .ambiguous(.user("ann"), count: 2),
    .passwordOfDisabledUser("ann"),
    .passwordCheckFailed("ann", reason: "500"),
    .passwordCheckFailed("ann", reason: "503"),
    .passwordOfLockedUser("ann"),
    .passwordToBeChanged("ann"),
    .ownPasswordSet("ann"),
    .heldInDirectory(.user("ann"), [], of: nil),
    .staysInDirectory(.user("ann"), of: nil),
    .unlocksUser("ann"),
    .passwordLacking("ann", reason: "a", place: "f:1:1"),
    .passwordLacking("ann", reason: "b", place: "f:1:1"),
    .passwordOfDisabledUser("bob"),
    .withoutPassword("bob"),
    .indirect(RoleAssignment(user: "ann", tenant: "acme", role: "admin")),
    .pinned(.service(.nova), byEndpoint: "1"),
    .pinned(.service(.nova), byEndpoint: "2"),
    .nearType(.nova, neighbor(.glance)),
    .nearType(.nova, neighbor(.heat)),
    .enabledByReplacement(.service(.nova), id: "1"),
    .enabledByReplacement(.service(.nova), id: "2"),
    .unmanageable(.endpoint(.nova), id: "1"),
    .unmanageable(.endpoint(.nova), id: "2"),
    .disabled(.endpoint(.nova), id: "1"),
    .disabled(.endpoint(.nova), id: "2"),
    .sharesType(endpoint, url: URLTemplate(""), neighbor(.glance)),
    .sharesType(endpoint, url: URLTemplate(""), neighbor(.heat)),
    .unreachableNotPruned(.endpoint(.nova), id: "."),
    .unreachableNotPruned(.endpoint(.nova), id: ".."),
    .kindNotPruned(.role),
    .kindNotPruned(.user),
    .regionNotPruned("East", endpoints: 1),
    .regionNotPruned("West", endpoints: 2),
    .regionDiffersOnlyByCase("regionone", live: "RegionOne"),
    .regionDiffersOnlyByCase("regiontwo", live: "RegionTwo"),
    .originUnknown,
    .passwordsOfReadOnlyUsers(["ann"]),
    .refusedLogins(["ann"]),
    .interfacesUnknown([endpoint], .cutOff),
    .domainDisabled(id: "default", users: ["ann"]),
    .notPrunedInDirectory([.user("ann")], of: nil),
    .notPrunedInDirectory([.user("ann")], of: "corp"),
    .firstPasswordsKept(["ann"]),
    .consequencesUnknown(.tooMany(2)),
    .holderIsGone(.group("a"), [], .notPruned),
    .holderIsGone(.user("a"), [], .notOwn),
    .holderIsGone(.user("b"), [], .notPruned),
    .listGap(ListGap(Directory(.user, of: nil), .tooMany)),
    .listGap(ListGap(Directory(.group, of: "corp"), .failed("500"))),
  ]

  private static let endpoint = EndpointKey(service: .nova, region: "RegionOne")

  private static func neighbor(_ key: ServiceKey) -> LiveNeighbor {
    LiveNeighbor(key, url: nil, isDeclared: false)
  }

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
    let assignment = RoleAssignment(user: "ann", tenant: "acme", role: "admin")
    #expect(!PlanNote.indirect(assignment).leavesDrift)
    #expect(!PlanNote.originUnknown.leavesDrift)
    #expect(!PlanNote.twinNotPruned(.user("Ann"), of: "ann").leavesDrift)
    #expect(!PlanNote.takesAlong(.role("old"), id: "1").leavesDrift)
    #expect(!PlanNote.regionNotPruned("West", endpoints: 2).leavesDrift)
    #expect(PlanNote.disabled(.service(.nova), id: "1").leavesDrift)
    #expect(!PlanNote.withoutPassword("ann").leavesDrift)
    #expect(!PlanNote.interfacesUnknown([Self.endpoint], .cutOff).leavesDrift)
    #expect(!PlanNote.unreachableNotPruned(.user("ann"), id: "..").leavesDrift)
    #expect(PlanNote.domainDisabled(id: "default", users: ["ann"]).leavesDrift)
    #expect(PlanNote.heldInDirectory(.user("ann"), [], of: nil).leavesDrift)
    #expect(PlanNote.staysInDirectory(.user("ann"), of: nil).leavesDrift)
    #expect(!PlanNote.notPrunedInDirectory([.user("ann")], of: nil).leavesDrift)
    #expect(!PlanNote.ownPasswordSet("ann").leavesDrift)
    #expect(!PlanNote.adopted(.role("Member"), live: "member", id: "1").leavesDrift)
    #expect(!PlanNote.besideTwin(.role("Member"), live: "member").leavesDrift)
    #expect(PlanNote.immutable(.role("old"), id: "1", []).leavesDrift)
    #expect(!PlanNote.immutableNotPruned(.role("old"), id: "1").leavesDrift)
  }

  @Test("what keeps a plan from being whole is an error")
  func severity() {
    let errors = Self.sorted.filter { $0.severity == .error }
    #expect(
      errors == [
        .ambiguous(.user("ann"), count: 2), .passwordCheckFailed("ann", reason: "500"),
        .passwordCheckFailed("ann", reason: "503"),
        .listGap(ListGap(Directory(.group, of: "corp"), .failed("500"))),
      ]
    )
  }

  @Test("a person has to agree to what users would notice")
  func agreement() {
    let asking = Self.sorted.filter(\.needsAgreement)
    #expect(
      asking == [
        .ownPasswordSet("ann"),
        .nearType(.nova, Self.neighbor(.glance)), .nearType(.nova, Self.neighbor(.heat)),
        .sharesType(Self.endpoint, url: URLTemplate(""), Self.neighbor(.glance)),
        .sharesType(Self.endpoint, url: URLTemplate(""), Self.neighbor(.heat)),
      ]
    )
  }
}
