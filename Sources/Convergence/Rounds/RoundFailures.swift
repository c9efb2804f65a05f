import IdentityModel
import Reconciliation

/// What went wrong in a round, held against the plan that the next reading gives.
///
/// A race with another run looks like a failure: the service that an endpoint was to hang on has
/// gone as a duplicate, or a write met another one of the same row. So does an answer that was lost.
/// All of that is settled by reading again. What the next plan would do just as it has failed is not.
struct RoundFailures {
  private let failed: Set<Change>
  /// What hangs on something that was not there: another node may have it a moment later.
  private let early: Set<Change>
  /// What may still appear, although it was not there when it was looked for.
  private let unknown: Set<ResourceKey>
  /// Whose password was set in vain: to set it once more would only end the sessions once more.
  private let unopened: Set<ResourceKey>

  init(_ outcomes: [StepOutcome]) {
    var failed: Set<Change> = []
    var early: Set<Change> = []
    var unknown: Set<ResourceKey> = []
    var unopened: Set<ResourceKey> = []
    for outcome in outcomes {
      switch outcome.result {
      case .failed(let failure), .halfDone(let failure):
        failed.insert(outcome.change)
        if case .passwordStillRefused = failure { unopened.insert(outcome.change.key) }
        guard outcome.change.makesRow else { continue }
        switch failure {
        case .outcomeUnknown: unknown.insert(outcome.change.key)
        case .request(let error) where error.isNotFound: early.insert(outcome.change)
        case .request, .nameTaken, .notReadBack, .missingID, .passwordStillRefused, .stillThere,
          .locksOutCaller:
          break
        }
      case .done, .notRetired, .notTried:
        break
      }
    }
    self.failed = failed
    self.early = early
    self.unknown = unknown
    self.unopened = unopened
  }

  var isEmpty: Bool { failed.isEmpty }

  /// Whether the plan does again what has failed, or makes what may still appear by itself.
  func recur(in plan: Plan) -> Bool {
    plan.changes.contains { change in
      (failed.contains(change) && !early.contains(change))
        || (change.makesRow && unknown.contains(change.key))
        || (change.sets(.password) && unopened.contains(change.key))
    }
  }
}

extension Change {
  fileprivate var makesRow: Bool {
    switch action {
    case .create, .replace: true
    case .update, .delete: false
    }
  }
}
