import IdentityModel
import Reconciliation
import TestSupport
import Testing

@testable import Convergence

struct RoundVerdictTests {
  private static let update = Change(.update, .tenant("admin"), liveID: "t")
  private static let other = Change(.update, .tenant("service"), liveID: "s")
  private static let removal = Change(.delete, .role("admin"), liveID: "r", reason: .declaredAbsent)
  private static let failed = StepOutcome(update, .failed(.request(.keystone(400))))
  private static let done = StepOutcome(update, .done)

  private func verdict(
    _ outcome: StepOutcome,
    round: Int = 1,
    shown: [Change] = [update]
  ) -> RoundVerdict {
    let monitor = ApplyMonitor(allowsDestructiveRounds: false)
    let agreement = RoundVerdict.Agreement(Plan(changes: shown), monitor, maximumRounds: 3)
    return RoundVerdict([outcome], ofRound: round, agreement)
  }

  private func name(_ ending: ApplyResult.Ending?) -> String {
    switch ending {
    case nil: "another round"
    case .converged: "converged"
    case .driftLeft: "driftLeft"
    case .failed: "failed"
    case .failedAndNotRead: "failedAndNotRead"
    case .gaveUp(nil): "gaveUp"
    case .gaveUp: "gaveUp, unread"
    case .stopped: "stopped"
    case .notReadBack: "notReadBack"
    case .stillDiffers: "stillDiffers"
    }
  }

  @Test(
    "what is left and what has failed say whether there is another round",
    arguments: [
      (done, 1, [], "converged"), (failed, 1, [], "converged"),
      (done, 1, [other], "another round"), (failed, 1, [other], "another round"),
      (done, 3, [other], "stillDiffers"), (failed, 3, [other], "failed"),
      (failed, 1, [update], "failed"), (done, 1, [removal], "stillDiffers"),
    ] as [(StepOutcome, Int, [Change], String)]
  )
  func endings(outcome: StepOutcome, round: Int, left: [Change], ending: String) {
    let verdict = verdict(outcome, round: round)
    #expect(name(verdict.ending(withLeft: Plan(changes: left), hasGivenUp: false)) == ending)
  }

  @Test("what was agreed to may be done in a later round")
  func agreed() {
    let verdict = verdict(Self.done, shown: [Self.update, Self.removal])
    let left = Plan(changes: [Self.removal])
    #expect(name(verdict.ending(withLeft: left, hasGivenUp: false)) == "another round")
  }

  @Test("who has given up does not go on, unless nothing is left")
  func givenUp() {
    let verdict = verdict(Self.failed)
    let left = Plan(changes: [Self.other])
    #expect(name(verdict.ending(withLeft: left, hasGivenUp: true)) == "gaveUp")
    #expect(name(verdict.ending(withLeft: Plan(changes: []), hasGivenUp: true)) == "converged")
  }

  @Test("a read that fails is worse where something had failed before")
  func unread() {
    let error = BackendFailure.keystone(500)
    let (failed, done) = (verdict(Self.failed), verdict(Self.done))
    #expect(name(done.ending(unreadBecauseOf: error, hasGivenUp: false)) == "notReadBack")
    #expect(name(failed.ending(unreadBecauseOf: error, hasGivenUp: false)) == "failedAndNotRead")
    #expect(name(failed.ending(unreadBecauseOf: error, hasGivenUp: true)) == "gaveUp, unread")
  }
}
