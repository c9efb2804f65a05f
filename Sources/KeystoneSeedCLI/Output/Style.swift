/// Colour where a person looks on, plain text everywhere else.
struct Style: Hashable, Sendable {
  static let plain = Style(isColored: false)

  /// The colour of a piece of text.
  enum Ink: String, CaseIterable, Sendable {
    case bold = "1"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }

  let isColored: Bool

  /// The text in that ink; the text itself must be harmless already.
  func paint(_ text: String, _ ink: Ink) -> String {
    isColored ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }
}
