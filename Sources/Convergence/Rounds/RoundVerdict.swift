import IdentityModel
import Reconciliation

/// What ends a run: asked after each round, and again once what is left of it has been read.
///
/// A round in which something failed is read back as well: the failure may be a race that is over,
/// or a lost answer to what was done. It is the end if the same change is planned again.
struct RoundVerdict {
  /// What was agreed to before the first round.
  struct Agreement {
    private let changes: Set<Change>
    private let notes: Set<PlanNote>
    private let monitor: ApplyMonitor
    private let maximumRounds: Int

    /// - Parameters:
    ///   - plan: The plan that was shown.
    ///   - monitor: Who watches, and says whether more may be done than was shown.
    ///   - maximumRounds: How many rounds a run may take.
    init(_ plan: Plan, _ monitor: ApplyMonitor, maximumRounds: Int) {
      changes = Set(plan.changes.lazy.filter(\.action.isDestructive))
      notes = Set(plan.notes)
      self.monitor = monitor
      self.maximumRounds = maximumRounds
    }

    fileprivate func allows(_ plan: Plan, after round: Int) -> Bool {
      round < maximumRounds && monitor.allows(plan, agreed: changes, notes: notes)
    }
  }

  private let agreement: Agreement
  private let round: Int
  private let failures: RoundFailures

  /// - Parameters:
  ///   - outcomes: What became of the round's changes.
  ///   - round: Which it was, from 1 on.
  ///   - agreement: What was agreed to.
  init(_ outcomes: [StepOutcome], ofRound round: Int, _ agreement: Agreement) {
    self.agreement = agreement
    self.round = round
    failures = RoundFailures(outcomes)
  }

  /// How a run ends that cannot read what is left to do.
  ///
  /// - Parameters:
  ///   - error: Why not.
  ///   - hasGivenUp: Whether something was left out by now because nothing went well any more.
  /// - Returns: The ending.
  func ending(unreadBecauseOf error: any Error, hasGivenUp: Bool) -> ApplyResult.Ending {
    guard !failures.isEmpty else { return .notReadBack(error) }
    return hasGivenUp ? .gaveUp(error) : .failedAndNotRead(error)
  }

  /// How a run ends of which that is left to do; nil where another round is to do it.
  ///
  /// - Parameters:
  ///   - plan: What is left to do.
  ///   - hasGivenUp: Whether something was left out by now because nothing went well any more.
  /// - Returns: The ending, or nil.
  func ending(withLeft plan: Plan, hasGivenUp: Bool) -> ApplyResult.Ending? {
    if plan.isEmpty { return Self.ending(withNothingLeftBut: plan) }
    if hasGivenUp { return .gaveUp(nil) }
    guard agreement.allows(plan, after: round), !failures.recur(in: plan) else {
      return failures.isEmpty ? .stillDiffers(plan) : .failed
    }
    return nil
  }

  /// How a run ends that has nothing to do any more, be it from the beginning.
  static func ending(withNothingLeftBut plan: Plan) -> ApplyResult.Ending {
    plan.leavesDrift ? .driftLeft(plan) : .converged
  }
}
