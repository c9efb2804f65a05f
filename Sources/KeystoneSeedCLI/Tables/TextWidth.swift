/// How wide the 2014 command takes a text to be.
///
/// It is prettytable 0.7.2's guess (`_str_block_width`), right for most of Chinese, Japanese and
/// Korean and wrong for emoji, kept as it is so that the tables come out the same.
enum TextWidth {
  /// The width of one line; negative where deletes outnumber the rest.
  static func of(_ line: some StringProtocol) -> Int {
    let utf8 = line.utf8
    if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return utf8.count }
    var width = 0
    var rest = Substring(line).unicodeScalars
    while let scalar = rest.first {
      if let end = endOfColor(in: rest) {
        rest = rest[end...]
      } else {
        width += of(scalar)
        rest.removeFirst()
      }
    }
    return width
  }

  /// Where the text after a sequence that sets colours begins, if the text begins with one.
  ///
  /// These count nothing, whatever they do: `\033\[[0-9;]*m` in prettytable's `_re`.
  private static func endOfColor(
    in text: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView.Index? {
    guard text.starts(with: "\u{1B}[".unicodeScalars) else { return nil }
    let end = text.dropFirst(2).drop { ("0"..."9").contains($0) || $0 == ";" }
    return end.first == "m" ? end.index(after: end.startIndex) : nil
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x21...0x7E: 1
    case 0x4E00...0x9FFF, 0xAC00...0xD7AF: 2
    case _ where isCombining(scalar): 0
    case 0x3000...0x303E, 0x3040...0x30FF, 0xFF01...0xFF60: 2
    case 0x08, 0x7F: -1
    case 0x00, 0x1F: 0
    default: 1
    }
  }

  /// Whether Python 2.7 holds it for a combining character, by the Unicode 5.2 that it was built
  /// with.
  ///
  /// The class of a character never changes once it has one, so that what is combining today was
  /// so then if it was there at all.
  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.properties.canonicalCombiningClass != .notReordered else { return false }
    return scalar.properties.age.map { $0 <= (5, 2) } ?? false
  }
}
