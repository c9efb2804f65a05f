import Convergence

/// A step of an apply that took so long that a person may ask why.
struct SlowStep {
  /// Keystone hashes a password in a quarter of a second and does all else in less; what takes four
  /// times that was waited for, tried again, or is a server short of something.
  private static let shortest = Duration.seconds(1)

  let outcome: StepOutcome
  /// How long it took, to a tenth of a second.
  let seconds: Double

  /// The step where it is slow; nil of any other.
  init?(_ outcome: StepOutcome) {
    guard outcome.duration >= Self.shortest else { return nil }
    self.outcome = outcome
    seconds = (outcome.duration / .milliseconds(100)).rounded() / 10
  }

  /// How many are shown of many.
  private static let most = 10

  /// The lines that show the slowest of all steps, the slowest first.
  ///
  /// - Parameters:
  ///   - outcomes: What became of each change.
  ///   - backend: What the backend is called, such as `v2.0`.
  /// - Returns: A line each, and how many more there are; nothing where none is slow.
  static func lines(of outcomes: [StepOutcome], over backend: String) -> [String] {
    let slow = outcomes.compactMap { SlowStep($0) }.sorted { $0.seconds > $1.seconds }
    let shown = slow.prefix(most).map { step in
      (Headline(step.outcome.change, backend: backend).bare, "\(step.seconds) s")
    }
    let width = shown.map(\.0.count).max() ?? 0
    let lines = shown.map { line, time in
      line + String(repeating: " ", count: width - line.count + 4) + time
    }
    return lines + (slow.count > most ? ["and \(slow.count - most) more"] : [])
  }
}
