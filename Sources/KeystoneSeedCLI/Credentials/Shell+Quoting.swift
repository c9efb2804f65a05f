import Texts

extension Shell {
  /// The text as one word of the shell's language: an expression, for PowerShell.
  ///
  /// Every word is quoted, so that there is no list of harmless characters to get wrong. None of
  /// these shells can hold U+0000, which no text given here has.
  func quoted(_ text: String) -> String {
    var word = "'"
    for scalar in text.unicodeScalars {
      if let escape = escape(of: scalar) {
        word += escape
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    return word + "'"
  }

  /// How a character is written between single quotes that does not stand for itself there.
  private func escape(of scalar: Unicode.Scalar) -> String? {
    switch self {
    case .sh: scalar == "'" ? #"'\''"# : nil
    case .fish: scalar == "'" || scalar == #"\"# ? #"\\#(scalar)"# : nil
    case .csh: Self.cshEscape(of: scalar)
    case .powershell: Self.powershellEscape(of: scalar)
    }
  }

  /// History is expanded between quotes too, and a line does not end between them.
  ///
  /// A backslash is written outside of them: inside, it stands for itself or not as
  /// `set backslash_quote` has it.
  private static func cshEscape(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "'", "!", #"\"#: #"'\\#(scalar)'"#
    case "\n": "\\\n"
    default: nil
    }
  }

  /// Quotes are doubled; what is not ASCII is written as its number.
  ///
  /// Windows PowerShell takes a file without byte order mark to be in the machine's code page, and
  /// four of Unicode's quotation marks for an apostrophe.
  private static func powershellEscape(of scalar: Unicode.Scalar) -> String? {
    if scalar == "'" { return "''" }
    if (0x20...0x7E).contains(scalar.value) { return nil }
    return UTF16.encode(scalar)?.map { "' + [char]0x\(Hex.digits($0)) + '" }.joined()
  }
}
