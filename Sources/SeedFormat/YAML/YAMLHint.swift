/// What usually lies behind libyaml's words, in a seed.
enum YAMLHint {
  /// - Parameters:
  ///   - problem: What libyaml says.
  ///   - place: Where it says so.
  ///   - text: The file.
  /// - Returns: What to do; nil where the words say it.
  static func hint(for problem: String, at place: FileLocation, in text: String) -> String? {
    let (before, after) = line(at: place, in: text)
    switch problem {
    case "found character that cannot start any token":
      return "indent with blanks, and quote a text that begins with %, @ or a backtick"
    case "mapping values are not allowed in this context":
      return "quote a text that holds a colon followed by a blank"
    case "did not find expected node content" where after.first == ":":
      return "inside of { } and [ ] quote a text that begins with a colon"
    case "did not find expected ',' or '}'" where before.last == "$" && after.first == "{",
      "did not find expected ',' or ']'" where before.last == "$" && after.first == "{":
      return "inside of { } and [ ] quote a text with ${...}"
    case "did not find expected key" where after.first == ":" && before.last == "\"":
      return "put a blank after the colon"
    case "did not find expected key", "did not find expected ',' or '}'":
      return "check the indentation, the quotes and the commas before this place"
    default:
      return nil
    }
  }

  /// The line of a place, before it and from it on.
  private static func line(at place: FileLocation, in text: String) -> (
    before: Substring.UnicodeScalarView, after: Substring.UnicodeScalarView
  ) {
    let lines = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }
    guard lines.indices.contains(place.line - 1) else { return (.init(), .init()) }
    let line = lines[place.line - 1]
    return (line.prefix(place.column - 1), line.dropFirst(place.column - 1))
  }
}
