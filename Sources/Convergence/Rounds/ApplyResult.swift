internal import IdentityModel
package import Reconciliation

/// What an apply did and how it ended.
package struct ApplyResult: Sendable {
  /// How it ended.
  package enum Ending: Sendable {
    /// Read again, and nothing differs.
    case converged
    /// Nothing differs but what the backend cannot manage.
    case driftLeft(Plan)
    /// At least one change failed, and reading again has not shown a way on.
    case failed
    /// At least one change failed, and reading again did as well: something larger is wrong.
    case failedAndNotRead(any Error)
    /// Nothing went well any more, so that the rest was not tried; with the error where that is true of
    /// reading again as well.
    case gaveUp((any Error)?)
    /// Somebody stopped the run.
    case stopped
    /// Everything was done, and reading again failed.
    case notReadBack(any Error)
    /// Something still differs after the last round.
    case stillDiffers(Plan)
  }

  /// One for each change of each round, in order; a later round may have made good what failed in
  /// an earlier one, so the ending says how it ended, and these do not.
  package let outcomes: [StepOutcome]
  package let ending: Ending

  package init(outcomes: [StepOutcome], ending: Ending) {
    self.outcomes = outcomes
    self.ending = ending
  }
}

extension StepOutcome {
  /// Whether the change itself was made: what was not there, or not the user's own, cannot have been
  /// taken away.
  package var isCounted: Bool { isDone && !(isAdopted && change.action == .delete) }

  /// Whether nothing of it was tried.
  package var isUntried: Bool {
    switch result {
    case .notTried: true
    case .done, .failed, .halfDone, .notRetired: false
    }
  }

  /// Whether all of the change was done.
  package var isDone: Bool {
    switch result {
    case .done: true
    case .failed, .halfDone, .notRetired, .notTried: false
    }
  }
}

extension ApplyResult {
  /// The outcomes with each change that went wrong once, as it last went.
  ///
  /// Each round has its own, and what fails for a reason that stays would be told in every one. What
  /// a later round did is no failure any more.
  package var lastOutcomes: [StepOutcome] {
    var last: [ChangedRow: Int] = [:]
    for (index, outcome) in outcomes.enumerated() { last[ChangedRow(outcome.change)] = index }
    return outcomes.enumerated().filter { index, outcome in
      outcome.isDone || last[ChangedRow(outcome.change)] == index
    }.map(\.element)
  }

  /// Whether the cloud is as the seed says now.
  package var isConverged: Bool {
    switch ending {
    case .converged: true
    case .driftLeft, .failed, .failedAndNotRead, .gaveUp, .stopped, .notReadBack, .stillDiffers:
      false
    }
  }

  /// The result of a plan without changes.
  package static func nothingToDo(_ plan: Plan) -> ApplyResult {
    ApplyResult(outcomes: [], ending: plan.leavesDrift ? .driftLeft(plan) : .converged)
  }
}

/// What a change is about, the same in every round.
private struct ChangedRow: Hashable {
  let key: ResourceKey
  let liveID: String?

  init(_ change: Change) {
    key = change.key
    liveID = change.liveID
  }
}
