internal import Texts

/// The bytes of a file, once they are known to be a text that YAML allows.
///
/// The checks come before the parser's own because they can say more: which line, and what the
/// bytes look like instead.
package enum SourceText {
  /// The longest file that is read: a cloud of a million users takes 70 to 200 MB, and what is longer
  /// is no seed but a wrong path, whose reading would take the machine's memory.
  package static let byteLimit = 256 << 20

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The text without a byte order mark, or nil after the reason went to `diagnostics`.
  ///
  /// It stays where it is: a copy of a large seed would be there as long as the seed.
  static func content(
    of bytes: [UInt8],
    into diagnostics: inout DiagnosticCollector
  ) -> ArraySlice<UInt8>? {
    guard bytes.count <= byteLimit else {
      diagnostics.error("the file is longer than \(byteLimit >> 20) MiB", at: .start)
      return nil
    }
    guard !looksLikeUTF16(bytes) else {
      diagnostics.error(
        "the file is UTF-16 text",
        at: .start,
        hint: "save it as UTF-8"
      )
      return nil
    }
    if let (message, offset) = firstForbiddenByte(in: bytes) {
      diagnostics.error(message, at: location(of: offset, in: bytes))
      return nil
    }
    let content = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    guard (try? UTF8Span(validating: content.span)) != nil else {
      diagnostics.error(
        "the file is not UTF-8 text",
        at: location(of: validPrefixCount(of: bytes), in: bytes),
        hint: "save it as UTF-8"
      )
      return nil
    }
    return content
  }

  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2 else { return false }
    return switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE), (0xFE, 0xFF), (0, 1...), (1..., 0): true
    default: false
    }
  }

  /// YAML allows no control characters but tab and line ends (YAML 1.2.2, production 1).
  private static func firstForbiddenByte(in bytes: [UInt8]) -> (message: String, offset: Int)? {
    // Without a branch and an early end many bytes are looked at at once.
    let any = bytes.withUnsafeBufferPointer { $0.reduce(0) { $0 | forbidden($1) } }
    guard any != 0, let offset = bytes.firstIndex(where: { forbidden($0) != 0 }) else { return nil }
    guard bytes[offset] != 0 else { return ("the file holds a NUL byte: is it text?", offset) }
    let code = Hex.digits(bytes[offset], count: 2, isUppercase: true)
    return ("the file holds the control character 0x\(code)", offset)
  }

  /// 1 for a byte that may not be there, 0 for any other.
  private static func forbidden(_ byte: UInt8) -> UInt8 {
    let control: UInt8 = byte < 0x20 ? 1 : 0
    let tab: UInt8 = byte == 0x09 ? 1 : 0
    let lineFeed: UInt8 = byte == 0x0A ? 1 : 0
    let carriageReturn: UInt8 = byte == 0x0D ? 1 : 0
    let delete: UInt8 = byte == 0x7F ? 1 : 0
    return control & ~(tab | lineFeed | carriageReturn) | delete
  }

  /// How many bytes come before the first that is not UTF-8.
  private static func validPrefixCount(of bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var count = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      count += UTF8.width(scalar)
    }
    return count
  }

  static func location(of offset: Int, in bytes: [UInt8]) -> FileLocation {
    let before = bytes[..<offset]
    let lineFeed = UInt8(ascii: "\n")
    let lineStart = before.lastIndex(of: lineFeed).map { $0 + 1 } ?? 0
    let line = before.count { $0 == lineFeed } + 1
    // A byte that continues a code point, 10xxxxxx, is no column of its own.
    let column = bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
    return FileLocation(line: line, column: column)
  }
}
