/// Text from a server or a seed, made harmless for a terminal.
///
/// A user may be called `\u{1B}]0;…` or hold an override that makes the rest of the line read
/// backwards. What a terminal would obey, or not show, is spelled out: `\x1b`, `\u{202e}`.
enum TerminalText {
  /// The text on one line, with nothing in it that is not shown as itself.
  static func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { !isShown($0) }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isShown(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += spelled(scalar)
      }
    }
    return result
  }

  /// Whether a terminal shows it as itself.
  static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x20...0x7E).contains(scalar.value) }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      false
    default:
      true
    }
  }

  private static func spelled(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case let scalar where scalar.value <= 0xFF: "\\x" + hexadecimal(scalar.value, digits: 2)
    default: "\\u{" + hexadecimal(scalar.value, digits: 4) + "}"
    }
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
