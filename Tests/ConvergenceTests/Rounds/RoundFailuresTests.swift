import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import Convergence

struct RoundFailuresTests {
  private static let create = Change(.create, .endpoint(.nova), serviceID: "gone")
  private static let retry = Change(.create, .endpoint(.nova), serviceID: "there")
  private static let update = Change(.update, .tenant("admin"), liveID: "t")
  private static let replace = Change(.replace, .endpoint(.nova), liveID: "old")
  private static let removal = Change(.delete, .endpoint(.nova), liveID: "old", reason: .duplicate)

  struct Case: Sendable {
    let change: Change
    let result: StepOutcome.Result
    let next: Change
    let recurs: Bool
  }

  private static let refused = StepFailure.request(.keystone(400))
  private static let missing = StepFailure.request(.keystone(404))
  private static let unknown = StepFailure.outcomeUnknown(.proxy(504))

  static let cases = [
    // The same again would fail again.
    Case(change: create, result: .failed(refused), next: create, recurs: true),
    Case(change: update, result: .failed(unknown), next: update, recurs: true),
    // What it hangs on may not have been there yet; what is to be changed has gone.
    Case(change: create, result: .failed(missing), next: create, recurs: false),
    Case(change: update, result: .failed(missing), next: update, recurs: true),
    // The service has gone as a double, and the one that stays takes its place.
    Case(change: create, result: .failed(refused), next: retry, recurs: false),
    // What was lost may still appear, on whichever row.
    Case(change: create, result: .failed(unknown), next: retry, recurs: true),
    Case(change: replace, result: .failed(unknown), next: retry, recurs: true),
    // The new row is there after all: the old one may go.
    Case(change: replace, result: .failed(unknown), next: removal, recurs: false),
    Case(change: replace, result: .halfDone(refused), next: removal, recurs: false),
    // What was not tried is tried again, and what was done may be due again.
    Case(change: update, result: .notTried, next: update, recurs: false),
    Case(change: update, result: .done, next: update, recurs: false),
    Case(change: replace, result: .notRetired, next: replace, recurs: false),
  ]

  @Test("a round goes on unless what has failed is planned again", arguments: cases)
  func recur(_ one: Case) {
    let failures = RoundFailures([StepOutcome(one.change, one.result)])
    #expect(failures.recur(in: Plan(changes: [one.next])) == one.recurs)
    #expect(!failures.recur(in: Plan(changes: [])))
  }

  @Test("only what was tried can have failed")
  func isEmpty() {
    #expect(RoundFailures([]).isEmpty)
    #expect(RoundFailures([StepOutcome(Self.update, .notTried)]).isEmpty)
    #expect(RoundFailures([StepOutcome(Self.update, .done)]).isEmpty)
    #expect(!RoundFailures([StepOutcome(Self.replace, .halfDone(Self.refused))]).isEmpty)
  }
}
