import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import Convergence

struct PlanDoubtsTests {
  private static let made = Change(.create, .service(.nova))
  private static let other = Change(.create, .role("admin"))
  private static let double = Change(.delete, .service(.nova), liveID: "s", reason: .duplicate)
  private static let half = Change(
    .replace,
    .endpoint(.nova),
    liveID: "e",
    fields: [FieldChange(.adminURL, to: .template(URLTemplate("http://new/")))]
  )
  private static let moved = Change(
    .replace,
    .endpoint(.nova),
    liveID: "e",
    fields: [
      FieldChange(
        .adminURL,
        from: .template(URLTemplate("http://old/")),
        to: .template(URLTemplate("http://new/"))
      )
    ]
  )

  private static let leaving = Change(
    .update,
    .endpoint(.nova),
    liveID: "e",
    fields: [FieldChange(.service, from: .text("2"), to: .text("1"))]
  )

  @Test func theFirstPlanIsDoubtedLonger() {
    let policy = RetryPolicy(settlingTime: .seconds(8), replicationTime: .seconds(3))
    #expect(PlanDoubts().patience(policy) == .seconds(8))
    #expect(PlanDoubts(after: []).patience(policy) == .seconds(3))
  }

  struct Case: Sendable {
    let changes: [Change]
    let first: String
    let unwelcome: String
    let later: String
  }

  static let cases = [
    Case(changes: [], first: "none", unwelcome: "none", later: "none"),
    // A difference that nobody else removes is believed at once, unless nothing should be left.
    Case(changes: [other, moved], first: "none", unwelcome: "none", later: "untilRepeated"),
    // Another run may be about to take what is there twice away.
    Case(
      changes: [other, leaving],
      first: "untilRepeated",
      unwelcome: "untilTimeIsUp",
      later: "untilRepeated"
    ),
    // A double, or an endpoint that is not whole, may be another run's at work.
    Case(
      changes: [other, double],
      first: "untilRepeated",
      unwelcome: "untilTimeIsUp",
      later: "untilRepeated"
    ),
    Case(
      changes: [half],
      first: "untilRepeated",
      unwelcome: "untilTimeIsUp",
      later: "untilRepeated"
    ),
    // What this run has made itself is there, and is not made twice.
    Case(changes: [made], first: "none", unwelcome: "none", later: "untilTimeIsUp"),
  ]

  @Test("a plan is believed at once only where nothing in it may pass", arguments: cases)
  func about(_ one: Case) {
    let plan = Plan(changes: one.changes)
    #expect("\(PlanDoubts().about(plan))" == one.first)
    #expect("\(PlanDoubts { _ in true }.about(plan))" == one.unwelcome)
    let outcomes = [StepOutcome(Self.made, .done), StepOutcome(Self.other, .notTried)]
    #expect("\(PlanDoubts(after: outcomes).about(plan))" == one.later)
  }

  @Test("only what adds interfaces to an endpoint completes it")
  func completes() {
    #expect(Self.half.completesEndpoint)
    #expect(!Self.moved.completesEndpoint)
    #expect(!Self.double.completesEndpoint)
    #expect(!Change(.replace, .endpoint(.nova), liveID: "e").completesEndpoint)
    let fields = Self.half.fields + [FieldChange(.enabled, to: .flag(true))]
    #expect(!Change(.replace, .endpoint(.nova), liveID: "e", fields: fields).completesEndpoint)
  }
}
