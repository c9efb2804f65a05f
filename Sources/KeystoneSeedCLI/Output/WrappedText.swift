/// Text on lines that are no longer than a terminal is wide.
enum WrappedText {
  /// The text broken between words; a word that is longer than a line has one of its own.
  ///
  /// - Parameters:
  ///   - text: One line.
  ///   - indent: What stands before it.
  ///   - hanging: What stands before each further line; the same where it is nil.
  ///   - width: How many columns there are; nil for as many as it takes.
  /// - Returns: The lines, at least one.
  static func lines(
    of text: String,
    indent: String,
    hanging: String? = nil,
    width: Int?
  ) -> [String] {
    let whole = indent + text
    guard let width, whole.count > width else { return [whole] }
    var lines: [String] = []
    var line = indent
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        (line, isEmpty) = (hanging ?? indent, true)
      }
      line += isEmpty ? "\(word)" : " \(word)"
      isEmpty = false
    }
    return lines + [line]
  }
}
