/// Text in the language of man pages.
enum Roff {
  /// Words that stand for themselves, in the middle of a line.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case #"\"#: result += #"\e"#
      // A bare one is a hyphen, which is none when copied into a shell.
      case "-": result += #"\-"#
      case "'": result += #"\(aq"#
      case "`": result += #"\(ga"#
      case "^": result += #"\(ha"#
      case "~": result += #"\(ti"#
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A line of text; one that begins with a full stop would be a request.
  static func line(_ text: String) -> String {
    (text.hasPrefix(".") ? #"\&"# : "") + escaped(text) + "\n"
  }

  static func bold(_ text: String) -> String { #"\fB\#(escaped(text))\fR"# }

  static func italic(_ text: String) -> String { #"\fI\#(escaped(text))\fR"# }

  /// Paragraphs with empty lines between them; one whose lines are indented stays as it is.
  static func paragraphs(_ text: String) -> String {
    let blocks = text.split(separator: "\n\n").map { $0.split(separator: "\n") }
    return blocks.map { lines in
      guard lines.allSatisfy({ $0.hasPrefix("  ") }) else {
        return ".PP\n" + lines.map { line(String($0)) }.joined()
      }
      return ".PP\n.RS 4\n.nf\n" + lines.map { line(String($0.dropFirst(2))) }.joined()
        + ".fi\n.RE\n"
    }.joined()
  }
}
