import Convergence
import Reconciliation

/// What an apply could not do, in words.
struct ApplyMessages {
  let result: ApplyResult
  /// What the backend is called where it sets a limit, such as `v2.0`.
  let backend: String

  init(_ result: ApplyResult, backend: String) {
    self.result = result
    self.backend = backend
  }

  /// One message for each change that failed, and one for how it ended where that is not well.
  ///
  /// A failure that turned out to be none, since reading again found the change made, is no error.
  var errors: [ErrorMessage] {
    guard !result.isConverged else { return [] }
    let failures = result.lastOutcomes.compactMap { outcome in
      outcome.failure.map { $0.message(for: outcome.change, over: backend) }
    }
    return failures + ending
  }

  private var ending: [ErrorMessage] {
    switch result.ending {
    case .converged, .failed:
      []
    case .stopped:
      [
        ErrorMessage(
          result.outcomes.allSatisfy(\.isDone)
            ? "stopped before what was done was read back"
            : "stopped before everything was done",
          hints: [Self.finishing]
        )
      ]
    case .driftLeft(let plan):
      keptPassword(plan) + plan.errorMessages(backend: backend)
        + [
          ErrorMessage(
            "some differences cannot be changed through this API; see the plan's notes"
          )
        ]
    case .gaveUp(let error):
      (error.map { [unreadEither($0)] } ?? []) + [
        ErrorMessage(
          "nothing went well any more, so the rest was not tried",
          hints: [Self.finishing]
        )
      ]
    case .failedAndNotRead(let error):
      [unreadEither(error)]
    case .notReadBack(let error):
      [
        unread(
          error,
          "all was done, but what is there now could not be read: ",
          hint: "Run plan to see whether anything is left."
        )
      ]
    case .stillDiffers(let plan):
      [
        ErrorMessage(
          "\(Self.left(plan.changes.count)); is something else changing this cloud?",
          hints: plan.changes.prefix(5).map { Headline($0, backend: backend).bare }
        )
      ]
    }
  }

  /// That the caller's own password is not set, which the plan that was shown may have meant to do;
  /// nothing where a failure says so.
  private func keptPassword(_ plan: Plan) -> [ErrorMessage] {
    let isSaid = result.lastOutcomes.contains { outcome in
      if case .locksOutCaller = outcome.failure { true } else { false }
    }
    guard !isSaid else { return [] }
    return plan.notes.filter(\.keepsOwnPassword).map {
      ErrorMessage(PlanNoteWording.text(of: $0, backend: backend))
    }
  }

  private static let finishing =
    "Run the same command again to finish; what was done is not done twice."

  private static func left(_ count: Int) -> String {
    count == 1 ? "1 change remains" : "\(count) changes remain"
  }
}

extension ApplyMessages {
  private func unreadEither(_ error: any Error) -> ErrorMessage {
    unread(error, "what is there now could not be read either: ", hint: nil)
  }

  private func unread(_ error: any Error, _ words: String, hint: String?) -> ErrorMessage {
    let message =
      (error as? PlanError)?.message(over: backend) ?? (error as? any WordedError)?.message
    let declined = (error as? BackendFailure)?.declinedWait.map { ["It \($0.words)."] } ?? []
    return ErrorMessage(
      words + (message?.summary ?? "\(error)"),
      hints: hint.map { declined + [$0] } ?? message?.hints ?? []
    )
  }
}

extension PlanNote {
  fileprivate var keepsOwnPassword: Bool {
    if case .ownPasswordKept = self { true } else { false }
  }
}
