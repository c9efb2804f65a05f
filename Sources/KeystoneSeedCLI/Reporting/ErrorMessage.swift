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

  /// The message as standard error shows it.
  func rendered(_ style: Style = .plain) -> String {
    let first = "\(style.paint("error:", .red)) \(summary)"
    return ([first] + hints.map { "  \($0)" }).map { $0 + "\n" }.joined()
  }
}
