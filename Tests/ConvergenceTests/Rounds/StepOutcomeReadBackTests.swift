import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import Convergence

@Suite struct StepOutcomeReadBackTests {
  private let change = Change(.update, .tenant("big"), fields: [])

  private func settled(_ status: Int, left: [Change]) -> StepFailure? {
    let error = BackendFailure.keystone(status)
    let outcomes = [StepOutcome(change, .failed(.outcomeUnknown(error)))]
    guard case .failed(let failure)? = outcomes.settled(by: Plan(changes: left)).first?.result
    else { return nil }
    return failure
  }

  @Test func whatKeystoneRefusedAndIsPlannedAgainHasFailed() {
    guard case .request? = settled(500, left: [change]) else {
      Issue.record("still unknown")
      return
    }
  }

  @Test func whatAProxyGaveUpForMayStillBeDone() {
    guard case .outcomeUnknown? = settled(504, left: [change]) else {
      Issue.record("taken for failed")
      return
    }
  }

  @Test func whatIsNotPlannedAgainIsLeftAsItWas() {
    guard case .outcomeUnknown? = settled(500, left: []) else {
      Issue.record("taken for failed")
      return
    }
  }
}
