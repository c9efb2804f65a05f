/// A failure in words: what happened, and what to do about it.
struct ErrorMessage: Hashable, Sendable {
  /// One sentence without a full stop.
  var summary: String
  /// What to do next, a sentence a line.
  var hints: [String]

  init(_ summary: String, hints: [String] = []) {
    self.summary = summary
    self.hints = hints
  }

  /// As many are shown as a person may read; the rest is counted.
  static let most = 100

  /// What stands for the rest.
  static func more(_ count: Int) -> String { "and \(grouped(count)) more\n" }

  private static func grouped(_ count: Int) -> String {
    let digits = Array(String(count))
    return digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index).isMultiple(of: 3) ? ",\(digit)" : String(digit)
    }.joined()
  }

  /// The message as standard error shows it.
  func rendered(_ style: Style = .plain) -> String {
    let first = "\(style.paint("error:", .red)) \(summary)"
    return ([first] + hints.map { "  \($0)" }).map { $0 + "\n" }.joined()
  }
}
