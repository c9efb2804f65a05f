import Convergence
import Reconciliation

/// What an apply did, as JSON.
struct ApplyDocument: Encodable {
  struct Outcome: Encodable {
    let change: ChangeDocument
    /// `done`, `failed`, `half-done`, `not-tried`, or `unknown` where the answer was lost.
    let result: String
    let error: String?
    /// How long it took, of what was slow.
    let seconds: Double?
  }

  let plan: PlanDocument
  let outcomes: [Outcome]
  /// How it ended: `converged`, `failed`, `stopped`, `drift-left`, `not-read-back` or
  /// `still-differs`.
  let ending: String
  let errors: [String]

  init(_ result: ApplyResult, plan: PlanDocument, errors: [String], backend: String) {
    self.plan = plan
    self.errors = errors
    outcomes = result.outcomes.map { outcome in
      Outcome(
        change: ChangeDocument(outcome.change),
        result: Self.word(for: outcome.result),
        error: outcome.failure.map {
          $0.message(for: outcome.change, over: backend).summary
        },
        seconds: SlowStep(outcome)?.seconds
      )
    }
    ending =
      switch result.ending {
      case .converged: "converged"
      case .driftLeft: "drift-left"
      case .failed, .failedAndNotRead, .gaveUp: "failed"
      case .stopped: "stopped"
      case .notReadBack: "not-read-back"
      case .stillDiffers: "still-differs"
      }
  }

  private static func word(for result: StepOutcome.Result) -> String {
    switch result {
    case .done: "done"
    case .failed(.outcomeUnknown): "unknown"
    case .failed: "failed"
    case .halfDone, .notRetired: "half-done"
    case .notTried: "not-tried"
    }
  }
}
