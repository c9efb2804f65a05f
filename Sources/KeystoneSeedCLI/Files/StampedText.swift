import Texts

/// A text that holds a checksum of itself, so that an edit shows: at the end of its first line, which is
/// a comment, or as the first member of the object that it is as JSON.
///
/// It detects edits, not attacks: an attacker who can write the file can write the checksum.
enum StampedText {
  /// The member of a JSON object.
  static let key = "checksum"

  private static let opening = " (checksum "
  private static let closing = ")"
  private static let brace = Array("{\n".utf8)

  /// The text with its stamp; as it is where it has no place for one.
  static func stamped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    if bytes.starts(with: brace) {
      let rest = bytes[brace.count...]
      return String(decoding: brace + member(of: rest) + rest, as: UTF8.self)
    }
    let (first, rest) = parted(bytes)
    guard first.first == UInt8(ascii: "#") else { return text }
    return String(decoding: first, as: UTF8.self) + stamp(of: rest)
      + String(decoding: rest, as: UTF8.self)
  }

  /// Whether a stamp is there and fits what follows.
  static func isUnchanged(_ content: [UInt8]) -> Bool {
    if content.starts(with: brace) {
      let length = brace.count + member(of: []).count
      guard content.count > length else { return false }
      return content[brace.count..<length].elementsEqual(member(of: content[length...]))
    }
    let (first, rest) = parted(content)
    return String(decoding: first, as: UTF8.self).hasSuffix(stamp(of: rest[...]))
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
  private static func parted(
    _ content: [UInt8]
  ) -> (first: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
    let end = content.firstIndex(of: 0x0A) ?? content.count
    return (content[..<end], content[end...])
  }

  private static func stamp(of bytes: ArraySlice<UInt8>) -> String {
    opening + digits(of: bytes) + closing
  }

  private static func member(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    Array("  \"\(key)\" : \"\(digits(of: bytes))\",\n".utf8)
  }

  private static func digits(of bytes: ArraySlice<UInt8>) -> String {
    Hex.digits(checksum(of: bytes), count: 8)
  }

  /// FNV-1a of 32 bits.
  private static func checksum(of bytes: ArraySlice<UInt8>) -> UInt32 {
    var sum: UInt32 = 0x811C_9DC5
    for byte in bytes { sum = (sum ^ UInt32(byte)) &* 0x0100_0193 }
    return sum
  }
}
