internal import Texts

/// A text cut at its `${…}` placeholders.
///
/// `${name}` is a variable of the seed, `${env:NAME}` one of the environment, and `$${` a literal
/// `${`. Any other `$` is text, Keystone's own `$(tenant_id)s` too.
struct InterpolatedText {
  enum Piece: Equatable {
    case literal(String)
    case variable(String)
    case environment(String)
  }

  enum Problem: Error, Equatable {
    case unterminated
    /// What stands between the braces can't name a variable.
    case notAName(String)
  }

  private(set) var pieces: [Piece] = []

  /// Whether the text holds anything to resolve; most don't.
  static func isNeeded(for text: String) -> Bool {
    // Hardly any text has a dollar sign, whatever comes after it.
    guard !text.hasOnlyBytes({ $0 != UInt8(ascii: "$") }) else { return false }
    return text.holds("${")
  }

  init(_ text: String) throws(Problem) {
    // Code points, not characters: an accent behind a brace would join it.
    var rest = text.unicodeScalars[...]
    var literal = String.UnicodeScalarView()
    while let dollar = rest.firstIndex(of: "$") {
      literal += rest[..<dollar]
      rest = rest[dollar...]
      if rest.starts(with: "$${".unicodeScalars) {
        literal += "${".unicodeScalars
        rest = rest.dropFirst(3)
      } else if rest.starts(with: "${".unicodeScalars) {
        guard let end = rest.firstIndex(of: "}") else { throw .unterminated }
        let piece = try Self.piece(for: String(rest[..<end].dropFirst(2)))
        if !literal.isEmpty { pieces.append(.literal(String(literal))) }
        pieces.append(piece)
        literal = String.UnicodeScalarView()
        rest = rest[end...].dropFirst()
      } else {
        literal.append("$")
        rest = rest.dropFirst()
      }
    }
    literal += rest
    if !literal.isEmpty { pieces.append(.literal(String(literal))) }
  }

  /// The text as a seed writes it so that nothing of it is a placeholder.
  static func escaping(_ text: String) -> String {
    guard isNeeded(for: text) else { return text }
    var escaped = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if rest.starts(with: "${".unicodeScalars) { escaped.append("$") }
      escaped.append(scalar)
      rest = rest.dropFirst()
    }
    return String(escaped)
  }

  /// Whether the text can name a variable: letters, digits, `_`, `-` and `.`.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: byte.isASCIIAlphanumeric
        }
      }
  }

  private static func piece(for content: String) throws(Problem) -> Piece {
    if content.hasPrefix("env:"), isName(String(content.dropFirst(4))) {
      return .environment(String(content.dropFirst(4)))
    }
    guard isName(content) else { throw .notAName(content) }
    return .variable(content)
  }
}
