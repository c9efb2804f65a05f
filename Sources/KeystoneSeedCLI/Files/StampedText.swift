/// A text whose first line, a comment, ends in a checksum of what follows, so that an edit shows.
///
/// It tells of edits, not of attacks: whoever can write the file can write the checksum.
enum StampedText {
  private static let opening = " (checksum "
  private static let closing = ")"

  /// The text with its stamp; as it is where no comment is its first line.
  static func stamped(_ text: String) -> String {
    let (first, rest) = parted(Array(text.utf8))
    guard first.first == UInt8(ascii: "#") else { return text }
    return String(decoding: first, as: UTF8.self) + stamp(of: rest)
      + String(decoding: rest, as: UTF8.self)
  }

  /// Whether a stamp is there and fits what follows.
  static func isUnchanged(_ content: [UInt8]) -> Bool {
    let (first, rest) = parted(content)
    return String(decoding: first, as: UTF8.self).hasSuffix(stamp(of: rest))
  }

  /// A first line without its stamp.
  static func unstamped(_ line: some StringProtocol) -> String {
    let line = String(line)
    guard line.hasSuffix(closing), let start = line.firstRange(of: opening)?.lowerBound else {
      return line
    }
    return String(line[..<start])
  }

  /// The first line, and all that follows with the line end before it.
  private static func parted(_ content: [UInt8]) -> (first: [UInt8], rest: [UInt8]) {
    let end = content.firstIndex(of: 0x0A) ?? content.count
    return (Array(content[..<end]), Array(content[end...]))
  }

  private static func stamp(of bytes: [UInt8]) -> String {
    let digits = String(checksum(of: bytes), radix: 16)
    return opening + String(repeating: "0", count: 8 - digits.utf8.count) + digits + closing
  }

  /// FNV-1a of 32 bits.
  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0x811C_9DC5
    for byte in bytes { sum = (sum ^ UInt32(byte)) &* 0x0100_0193 }
    return sum
  }
}
