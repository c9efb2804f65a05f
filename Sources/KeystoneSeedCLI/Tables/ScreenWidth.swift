/// How many cells of a screen a text takes, as the openstack command counts them: by wcwidth 0.9.4
/// (`wcwidth.width`), which knows emoji, and scripts whose letters are joined.
enum ScreenWidth {
  /// A text that is longer is looked at without its control characters, where none moves the cursor
  /// (`_WIDTH_FAST_PATH_MIN_LEN`).
  private static let shortText = 20

  /// The cells that a line takes: how far right it reaches.
  ///
  /// - Parameter line: The line, its tabs expanded.
  /// - Returns: A number that is never negative.
  static func of(_ line: some StringProtocol) -> Int {
    let utf8 = line.utf8
    if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return utf8.count }
    var codePoints = line.unicodeScalars.map(\.value)
    if codePoints.count > shortText, !EscapeSequence.moves(in: codePoints) {
      codePoints = EscapeSequence.stripped(codePoints)
    }
    var cursor = ScreenCursor()
    cursor.write(codePoints)
    return cursor.reach
  }

  /// The cells that a code point takes by itself; control characters are none of its concern.
  static func of(_ codePoint: UInt32) -> Int {
    if (0x20...0x7E).contains(codePoint) { return 1 }
    if zeroWidth.contains(codePoint) { return 0 }
    return wide.contains(codePoint) ? 2 : 1
  }
}
