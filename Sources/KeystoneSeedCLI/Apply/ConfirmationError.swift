import Reconciliation

/// Why something that a person has to agree to was not begun.
enum ConfirmationError: WordedError, Hashable {
  /// Nobody can be asked.
  case needsYes(Agreement, inputIsSeed: Bool = false)

  var message: ErrorMessage {
    switch self {
    case .needsYes(let agreement, let inputIsSeed):
      ErrorMessage(
        "the plan \(agreement.statement), "
          + (inputIsSeed
            ? "and standard input is the seed, so that nobody can be asked there"
            : "and there is no terminal to ask on")
          + "; nothing was changed",
        hints: ["Add --yes to agree to it."]
      )
    }
  }
}
