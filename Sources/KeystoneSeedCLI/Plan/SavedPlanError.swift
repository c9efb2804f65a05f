/// Why a saved plan is not applied.
enum SavedPlanError: WordedError, Hashable {
  case notAPlan(path: String)
  /// Another user may have written it.
  case writableByOthers(path: String)
  /// An option was given that the plan has decided already.
  case optionsGiven
  case cloudChanged(path: String, logins: [SavedLogin] = [])
  /// The seed, or what logging in says of its passwords.
  case seedChanged(path: String, logins: [SavedLogin] = [])
  case otherAddress(planned: String, given: String)
  /// It comes from standard input, and so did its seed.
  case seedWasInput

  var exitStatus: ExitStatus {
    switch self {
    case .seedWasInput: .usage
    case .notAPlan, .writableByOthers, .optionsGiven, .cloudChanged, .seedChanged, .otherAddress:
      .failure
    }
  }

  private static let planAgain =
    "Make the plan again with plan --out, look at it, and apply that."

  var message: ErrorMessage {
    switch self {
    case .notAPlan(let path):
      ErrorMessage(
        "\(TerminalText.harmless(path)) is not a plan that this version saved",
        hints: ["plan --out FILE saves one. A seed stands without --plan."]
      )
    case .writableByOthers(let path):
      ErrorMessage(
        "\(TerminalText.harmless(path)) is not applied: somebody else could have written it",
        hints: ["A saved plan belongs to whoever applies it, with mode 0600."]
      )
    case .optionsGiven:
      ErrorMessage(
        "--plan goes without --prune, --max-delete, --only, --region, --set, --no-verify-passwords, "
          + "--verify-passwords and --unlock",
        hints: ["The plan was made with its own. Make another with plan --out."]
      )
    case .cloudChanged(let path, let logins):
      ErrorMessage(
        "the cloud has changed since \(TerminalText.harmless(path)) was made; nothing was changed",
        hints: LoginWording.changes(logins) + [Self.planAgain]
      )
    case .seedChanged(let path, let logins):
      ErrorMessage(
        "the seed, or whether its passwords are accepted, has changed since "
          + "\(TerminalText.harmless(path)) was made; nothing was changed",
        hints: LoginWording.changes(logins) + [Self.planAgain]
      )
    case .otherAddress(let planned, let given):
      ErrorMessage(
        "the plan was made for \(TerminalText.harmless(planned)), and this is "
          + "\(TerminalText.harmless(given)); nothing was changed"
      )
    case .seedWasInput:
      ErrorMessage(
        "standard input is the plan, and so cannot be its seed as well",
        hints: ["Give one of them as a file: --plan FILE, or the seed's path when it is planned."]
      )
    }
  }
}
