internal import Texts

/// A text as YAML that reads as that very text, whatever it is.
///
/// Plain where nobody could take it for anything else, in double quotes everywhere else, always on
/// one line.
enum YAMLScalar {
  /// What stands around the scalar.
  enum Place {
    /// A value behind its key, with the rest of the line to itself.
    case value
    /// A key, or something within brackets or braces, where more characters have a meaning.
    case enclosed
  }

  /// The text as the file has it.
  static func source(of text: String, as place: Place) -> String {
    isPlain(text, as: place) ? text : quoted(text)
  }

  /// The text in double quotes.
  static func quoted(_ text: String) -> String { PrintableText.quoted(text, in: .seed) }

  /// The text for a comment: on one line, with nothing in it that is not shown as itself.
  static func escaped(_ text: String) -> String { PrintableText.spelled(text, in: .seed) }

  // MARK: Plain

  /// What YAML 1.1 readers, which editors still are, take for a truth value or for nothing.
  private static let words: Set<String> = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null",
  ]

  /// Whether the text is a word, a name, a path or a sentence without punctuation.
  ///
  /// A text that begins with a digit, a sign or a point could be a number or a date.
  private static func isPlain(_ text: String, as place: Place) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last else { return false }
    guard first.isASCIILetter || first == UInt8(ascii: "_") || first == UInt8(ascii: "/") else {
      return false
    }
    guard last != UInt8(ascii: " "), !words.contains(text.lowercased()) else { return false }
    return bytes.indices.allSatisfy { index in
      bytes[index] == UInt8(ascii: ":")
        ? place == .value && index + 1 < bytes.count && bytes[index + 1] != UInt8(ascii: " ")
        : isHarmless(bytes[index])
    }
  }

  private static func isHarmless(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || " _-./@+$()%=;".utf8.contains(byte)
  }
}
