/// Base64 (RFC 4648, sections 4 and 5), as far as something has to be found in it.
enum Base64 {
  private static let standard = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )

  /// What of a base64 text depends on these bytes alone, wherever in the encoded text they stand.
  ///
  /// So `user:secret`, a whole body, or the secret itself are all found by it.
  ///
  /// - Parameters:
  ///   - bytes: What is encoded.
  ///   - offset: How many bytes stand before them, modulo three.
  /// - Returns: Letters of the standard alphabet; none where too few bytes are given.
  static func core(of bytes: [UInt8], offset: Int) -> [UInt8] {
    let padded = [UInt8](repeating: 0, count: offset) + bytes
    let first = (8 * offset + 5) / 6
    let end = 8 * padded.count / 6
    guard first < end else { return [] }
    return (first..<end).map { index in
      let bit = 6 * index
      let high = Int(padded[bit / 8]) << 8
      let low = bit / 8 + 1 < padded.count ? Int(padded[bit / 8 + 1]) : 0
      return standard[(high | low) >> (10 - bit % 8) & 63]
    }
  }

  /// The same letters in the alphabet for URLs and file names.
  static func urlSafe(_ text: [UInt8]) -> [UInt8] {
    text.map { $0 == UInt8(ascii: "+") ? 0x2D : $0 == UInt8(ascii: "/") ? 0x5F : $0 }
  }

  /// Whether the byte is a letter of either alphabet.
  static func isLetter(_ byte: UInt8) -> Bool { values[Int(byte)] >= 0 }

  /// The bytes that a text stands for, padding left out; nil for what is no letter.
  static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits = 0
    var count = 0
    for byte in text {
      guard values[Int(byte)] >= 0 else { return nil }
      bits = (bits << 6 | Int(values[Int(byte)])) & 0xFFFF
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return bytes
  }

  private static let values: [Int8] = {
    var values = [Int8](repeating: -1, count: 256)
    for (value, letter) in standard.enumerated() { values[Int(letter)] = Int8(value) }
    values[Int(UInt8(ascii: "-"))] = 62
    values[Int(UInt8(ascii: "_"))] = 63
    return values
  }()
}
