/// Why something that deletes or replaces was not begun.
enum ConfirmationError: WordedError, Hashable {
  /// Nobody can be asked.
  case needsYes(count: Int)
  /// Somebody was asked and said no.
  case declined

  var message: ErrorMessage {
    switch self {
    case .needsYes(let count):
      ErrorMessage(
        "the plan deletes or replaces \(count == 1 ? "1 object" : "\(count) objects"), "
          + "and there is no terminal to ask on; nothing was changed",
        hints: ["Add --yes to agree to it."]
      )
    case .declined:
      ErrorMessage("nothing was changed")
    }
  }
}
