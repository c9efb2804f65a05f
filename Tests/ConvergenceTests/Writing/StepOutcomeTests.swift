import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import Convergence

@Suite struct StepOutcomeTests {
  private let changes = [Change(.create, .tenant("a")), Change(.delete, .tenant("b"))]

  @Test func isOfTheChangeAtItsPlace() {
    for (index, change) in changes.enumerated() {
      #expect(StepOutcome(changes, at: index, .done).change == change)
      #expect(StepOutcome(change, .done).change == change)
    }
  }

  @Test func whatWasGoneWasNotTakenAway() {
    #expect(StepOutcome(changes, at: 1, .done).isCounted)
    #expect(!StepOutcome(changes, at: 1, .done, isAdopted: true).isCounted)
    #expect(StepOutcome(changes, at: 0, .done, isAdopted: true).isCounted)
  }

  @Test func onlyWhatWasNotTriedIsUntried() {
    let failure = StepFailure.missingID
    let results: [StepOutcome.Result] = [
      .done, .failed(failure), .halfDone(failure), .notRetired, .notTried,
    ]
    #expect(results.map { StepOutcome(changes, at: 0, $0).isUntried }.firstIndex(of: true) == 4)
    #expect(results.map { StepOutcome(changes, at: 0, $0).isDone }.lastIndex(of: true) == 0)
  }
}
