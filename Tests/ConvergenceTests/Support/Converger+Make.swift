import IdentityModel
import Reconciliation

@testable import Convergence

extension ConvergenceOptions {
  static func make(
    parallelism: Int = 4,
    prunes: Bool = false,
    kinds: Set<ResourceKind> = Set(ResourceKind.allCases)
  ) -> ConvergenceOptions {
    ConvergenceOptions(
      plan: PlanOptions(kinds: kinds, prunes: prunes, maximumDeletions: 1000),
      parallelism: parallelism
    )
  }
}

extension Converger {
  /// Plans and applies, as one who agrees to everything.
  func converge(
    to desired: DesiredState,
    monitor: ApplyMonitor = ApplyMonitor(allowsDestructiveRounds: true)
  ) async throws -> ApplyResult {
    await apply(try await plan(desired), desired: desired, monitor: monitor)
  }
}

extension ApplyResult {
  /// How it ended, in a word.
  var word: String {
    switch ending {
    case .converged: "converged"
    case .driftLeft: "drift left"
    case .failed: "failed"
    case .failedAndNotRead: "failed and not read"
    case .gaveUp(let error): error == nil ? "gave up" : "gave up and not read"
    case .stopped: "stopped"
    case .notReadBack: "not read back"
    case .stillDiffers: "still differs"
    }
  }
}

extension StepOutcome {
  /// What became of which change, in one line.
  var line: String {
    let result =
      switch result {
      case .done: "done"
      case .failed(let failure): "failed, \(failure.word)"
      case .halfDone(let failure): "half done, \(failure.word)"
      case .notRetired: "not retired"
      case .notTried: "not tried"
      }
    return "\(change.action.mark) \(change.key.kind) \(change.key): \(result)"
  }
}

extension StepFailure {
  var word: String {
    switch self {
    case .request(let error): error.status.map(String.init) ?? "no answer"
    case .outcomeUnknown: "outcome unknown"
    case .nameTaken(_, let holder): "name taken" + (holder.map { " by \($0.name)" } ?? "")
    case .notReadBack: "not read back"
    case .missingID: "missing ID"
    case .passwordStillRefused: "password still refused"
    case .stillThere: "still there"
    case .locksOutCaller(let witness): "locks out the caller as \(witness)"
    }
  }
}
