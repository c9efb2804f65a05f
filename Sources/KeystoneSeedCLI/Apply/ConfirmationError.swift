import Reconciliation

/// Why something that a person has to agree to was not begun.
enum ConfirmationError: WordedError, Hashable {
  /// What standard input is, so that no answer can come from there.
  enum Input: String, Hashable {
    case seed, plan
  }

  /// There is no terminal to ask on.
  case needsYes(Agreement, input: Input? = nil)

  var message: ErrorMessage {
    switch self {
    case .needsYes(let agreement, let input):
      ErrorMessage(
        "the plan \(agreement.statement), "
          + (input.map {
            "and standard input is the \($0.rawValue), so that nobody can be asked there"
          }
            ?? "and there is no terminal to ask on")
          + "; nothing was changed",
        hints: ["Add --yes to agree to it."]
      )
    }
  }
}
