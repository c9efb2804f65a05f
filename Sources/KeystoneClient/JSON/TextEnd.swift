/// Finds where a text of JSON ends, or begins to be more than the bytes that stand there.
///
/// Nearly all bytes of a list stand in texts, most of them in ones that nobody wants. Eight of them are
/// looked at together: what borrows from a byte's highest bit, and had none, was too small.
enum TextEnd {
  private static let lowest: UInt64 = 0x0101_0101_0101_0101
  private static let highest: UInt64 = 0x8080_8080_8080_8080

  /// The first quote, backslash or control character from there on; the bytes' end where there is none.
  ///
  /// - Returns: Its place, and whether all before it is ASCII, which needs no validation.
  static func find(
    in bytes: UnsafeRawBufferPointer,
    from start: Int
  ) -> (place: Int, isASCII: Bool) {
    var index = start
    var bits: UInt64 = 0
    while index &+ 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let ends = ends(in: word)
      guard ends == 0 else {
        let offset = ends.trailingZeroBitCount & ~7
        bits |= word & ((1 << offset) &- 1)
        return (index &+ offset / 8, bits & highest == 0)
      }
      bits |= word
      index &+= 8
    }
    while index < bytes.count, !isEnd(bytes[index]) {
      bits |= UInt64(bytes[index])
      index &+= 1
    }
    return (index, bits & highest == 0)
  }

  /// A set bit in the lowest byte that ends a text, and in none below it.
  private static func ends(in word: UInt64) -> UInt64 {
    let quotes = word ^ (lowest &* UInt64(UInt8(ascii: "\"")))
    let backslashes = word ^ (lowest &* UInt64(UInt8(ascii: "\\")))
    let controls = (word &- lowest &* 0x20) & ~word
    return (((quotes &- lowest) & ~quotes) | ((backslashes &- lowest) & ~backslashes) | controls)
      & highest
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20
  }
}
