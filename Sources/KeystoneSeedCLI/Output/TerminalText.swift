import Texts

/// Text from a server or a seed, made harmless for a terminal.
enum TerminalText {
  /// The text on one line, with nothing in it that is not shown as itself: `\x1b`, `\u{202e}`.
  static func harmless(_ text: String) -> String { PrintableText.spelled(text, in: .terminal) }
}
