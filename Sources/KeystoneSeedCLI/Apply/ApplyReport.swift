import Convergence
import IdentityModel
import Reconciliation

/// What an apply did, as a person reads it.
struct ApplyReport {
  let result: ApplyResult
  let backend: String
  /// Whether nothing is shown where nothing was done.
  var isQuiet = false
  var style = Style.plain

  /// The whole text, ending in a line break: one line where all is well and quick, else lists.
  var text: String {
    if isQuiet, result.isConverged, result.outcomes.isEmpty { return "" }
    return switch result.ending {
    case .driftLeft where !failed.isEmpty, .failed, .failedAndNotRead, .gaveUp, .stopped:
      lists + slow + style.paint(summary, isWhole ? .bold : .red) + "\n"
    case .converged, .driftLeft, .notReadBack, .stillDiffers:
      slow + style.paint(summary, .bold) + "\n"
    }
  }

  /// What to say on standard error once standard output is lost, and the report with it.
  var withoutOutput: String {
    let opening =
      result.outcomes.allSatisfy(\.isDone)
      ? "Everything was applied; the report could not be written to standard output:"
      : "The report could not be written to standard output:"
    return opening + "\n" + text
  }

  /// What was done, counted.
  var summary: String {
    let done = done.map(\.change).entryCounts
    let counts = Action.allCases.map { action in
      "\(done[action, default: 0]) \(Self.participle(action))"
    }
    let opening = isWhole ? "Applied" : "Applied in part"
    return "\(opening): \(counts.joined(separator: ", "))."
  }

  private var isWhole: Bool { result.isConverged || result.outcomes.allSatisfy(\.isDone) }

  /// What was done.
  var done: [StepOutcome] { result.outcomes.filter(\.isCounted) }

  /// What was not, or not all of it.
  var failed: [StepOutcome] {
    result.lastOutcomes.filter { ($0.failure != nil || $0.isHalfDone) && !$0.isUnknown }
  }

  /// What may have been done, since the answer was lost.
  var unknown: [StepOutcome] { result.lastOutcomes.filter(\.isUnknown) }

  /// What was not begun.
  var untried: [StepOutcome] { result.lastOutcomes.filter(\.isUntried) }

  private var slow: String {
    let lines = isQuiet ? [] : SlowStep.lines(of: result.outcomes, over: backend)
    guard !lines.isEmpty else { return "" }
    return style.paint("Slow:", .bold) + "\n" + lines.map { "  \($0)\n" }.joined() + "\n"
  }

  private var lists: String {
    section("Done", done)
      + section("Failed", failed, .red)
      + section("Unknown", unknown, .yellow)
      + section("Not tried", untried)
  }

  private func section(_ title: String, _ outcomes: [StepOutcome], _ ink: Style.Ink? = nil)
    -> String
  {
    guard !outcomes.isEmpty else { return "" }
    let lines = outcomes.map { outcome in
      let line = Headline(outcome.change, backend: backend).text
      return (ink.map { style.paint(line, $0) } ?? line) + "\n"
    }
    return style.paint("\(title):", .bold) + "\n" + lines.joined() + "\n"
  }

  /// What the changes of an action are called once they are made.
  static func participle(_ action: Action) -> String {
    switch action {
    case .create: "created"
    case .update: "updated"
    case .replace: "replaced"
    case .delete: "deleted"
    }
  }
}

extension StepOutcome {
  /// Why the change failed, where it did.
  var failure: StepFailure? {
    switch result {
    case .failed(let failure), .halfDone(let failure): failure
    case .done, .notRetired, .notTried: nil
    }
  }

  /// Whether a new row is there and the old one still.
  var isHalfDone: Bool {
    switch result {
    case .halfDone, .notRetired: true
    case .done, .failed, .notTried: false
    }
  }

  /// Whether the answer was lost, so that it may have been done or may still be.
  var isUnknown: Bool {
    switch result {
    case .failed(.outcomeUnknown): true
    case .done, .failed, .halfDone, .notRetired, .notTried: false
    }
  }
}
