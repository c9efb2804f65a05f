/// Text from a server or a seed, with each character shown as itself or spelled out.
///
/// A user may be called `\u{1B}]0;…` or hold an override that makes the rest of the line read
/// backwards. Which characters stand for themselves depends on who reads the text.
package enum PrintableText {
  /// Where a text is shown.
  package enum Place: CaseIterable, Sendable {
    /// On a terminal: what it would obey is spelled out, and what it shows nothing or a box for.
    case terminal
    /// On a terminal too, within JSON, whose escapes change no value.
    case json
    /// In a message that may go into a log or to another program, with whatever can steer a terminal
    /// replaced.
    case message
    /// In a seed, which people and libyaml read: that refuses U+FFFE and U+FFFF, and people see
    /// nothing of what steers their editor.
    case seed
    /// In clouds.yaml, which other programs read: all that YAML 1.1 calls printable, but for what it
    /// takes for the end of a line or for nothing.
    case cloudsFile
  }

  /// The text on one line, with nothing in it that is not shown as itself.
  package static func spelled(_ text: String, in place: Place) -> String {
    // What nearly all is made of stands for itself everywhere.
    guard !text.hasOnlyBytes({ (0x20...0x7E).contains($0) }),
      text.unicodeScalars.contains(where: { !isShown($0, in: place) })
    else { return text }
    var result = ""
    for scalar in text.unicodeScalars { append(scalar, in: place, to: &result) }
    return result
  }

  /// The text in double quotes, on one line, as YAML reads it (YAML 1.2.2, section 7.3.1).
  package static func quoted(_ text: String, in place: Place) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      append(scalar, in: place, to: &result)
    }
    return result + "\""
  }

  /// The text as a part of a message, cut at a number of characters.
  package static func message(_ text: String, limit: Int = .max) -> String {
    var result = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      guard index < limit else { return result + "…" }
      append(scalar, in: .message, to: &result)
    }
    return result
  }

  /// Whether a character stands for itself.
  package static func isShown(_ scalar: Unicode.Scalar, in place: Place) -> Bool {
    switch place {
    case .terminal, .json:
      if scalar.isASCII { return (0x20...0x7E).contains(scalar.value) }
      return switch scalar.properties.generalCategory {
      case .privateUse, .unassigned: false
      case let category: !steers(category)
      }
    case .message: return !steers(scalar.properties.generalCategory)
    case .seed:
      return !steers(scalar.properties.generalCategory)
        && scalar.value != 0xFFFE && scalar.value != 0xFFFF
    case .cloudsFile:
      return switch scalar.value {
      case 0x2028, 0x2029, 0xFEFF: false
      case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...: true
      default: false
      }
    }
  }

  /// Whether such characters move the cursor, end the line or turn the text around them.
  private static func steers(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }

  private static func append(_ scalar: Unicode.Scalar, in place: Place, to result: inout String) {
    if isShown(scalar, in: place) {
      result.unicodeScalars.append(scalar)
    } else {
      result += spelling(of: scalar, in: place)
    }
  }

  private static func spelling(of scalar: Unicode.Scalar, in place: Place) -> String {
    switch (place, scalar) {
    case (.message, _): "\u{FFFD}"
    case (.json, _): String(scalar).utf16.map { "\\u" + Hex.digits($0, count: 4) }.joined()
    case (.cloudsFile, _): Hex.escape(scalar)
    case (_, "\n"): "\\n"
    case (_, "\r"): "\\r"
    case (_, "\t"): "\\t"
    case (.seed, _): Hex.escape(scalar, isUppercase: true)
    case (.terminal, "\0"..."\u{FF}"): Hex.escape(scalar)
    case (.terminal, _): "\\u{" + Hex.digits(scalar.value, count: 4) + "}"
    }
  }
}

extension Unicode.Scalar {
  /// Whether it moves a terminal's cursor or nothing visible at all: C0, DEL, C1, LS, PS.
  package var isControl: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
  }

  /// Whether it shows nothing, and may turn the text around it: bidi controls, U+200B, U+FEFF.
  ///
  /// Persian, Hindi and emoji are written with the two joiners.
  package var isHidden: Bool {
    // Below U+00AD nothing is of that category, which takes a while to look up.
    value >= 0xAD && properties.generalCategory == .format && value != 0x200C && value != 0x200D
  }

  /// The scalar as people name it, such as `U+202E`.
  package var notation: String { "U+" + Hex.digits(value, count: 4, isUppercase: true) }
}
