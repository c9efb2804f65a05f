/// Any text as a scalar of YAML.
enum YAMLText {
  /// The text between double quotes, on one line, which every version of YAML reads alike.
  static func quoted(_ text: String) -> String {
    var scalar = "\""
    for character in text.unicodeScalars {
      if character == "\"" || character == #"\"# {
        scalar += #"\\#(character)"#
      } else if isPrintable(character) {
        scalar.unicodeScalars.append(character)
      } else {
        scalar += escape(of: character)
      }
    }
    return scalar + "\""
  }

  /// What YAML 1.1 calls so, without what it takes for the end of a line or of nothing.
  private static func isPrintable(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x2028, 0x2029, 0xFEFF: false
    case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...: true
    default: false
    }
  }

  private static func escape(of character: Unicode.Scalar) -> String {
    let digits = String(character.value, radix: 16)
    let (letter, width) =
      switch character.value {
      case ...0xFF: ("x", 2)
      case ...0xFFFF: ("u", 4)
      default: ("U", 8)
      }
    return "\\\(letter)" + String(repeating: "0", count: width - digits.count) + digits
  }
}
