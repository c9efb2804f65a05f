extension JSONParser {
  /// Reads a text from its opening quote to behind its closing one.
  mutating func parseText() throws(JSONFault) {
    let start = position + 1
    let (end, isASCII) = bytes.withUnsafeBytes { TextEnd.find(in: $0, from: start) }
    position = end
    switch try peek() {
    case UInt8(ascii: "\""):
      if !isASCII { _ = try validated(bytes[start..<end]) }
      append(.text, start..<end)
      position += 1
    case UInt8(ascii: "\\"): append(unescaped: try parseEscapedText(from: start))
    default: throw invalid("a control character within a text")
    }
  }

  private mutating func parseEscapedText(from start: Int) throws(JSONFault) -> String {
    var unescaped = Array(bytes[start..<position])
    while true {
      let byte = try peek()
      guard byte >= 0x20 else { throw invalid("a control character within a text") }
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return try validated(unescaped[...])
      case UInt8(ascii: "\\"): unescaped.append(contentsOf: try parseEscape())
      default: unescaped.append(byte)
      }
    }
  }

  private mutating func parseEscape() throws(JSONFault) -> [UInt8] {
    let byte = try peek()
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(try parseUnicodeEscape()).utf8)
    default: throw invalid("an unknown escape")
    }
  }

  /// Reads the digits after `\u`, and the second half of a surrogate pair with them.
  private mutating func parseUnicodeEscape() throws(JSONFault) -> Unicode.Scalar {
    let first = try parseFourHexDigits()
    guard UTF16.isLeadSurrogate(first) else {
      guard let scalar = Unicode.Scalar(first) else { throw invalid("half a surrogate pair") }
      return scalar
    }
    for expected in [UInt8(ascii: "\\"), UInt8(ascii: "u")] {
      guard try peek() == expected else { throw invalid("half a surrogate pair") }
      position += 1
    }
    let second = try parseFourHexDigits()
    guard UTF16.isTrailSurrogate(second) else { throw invalid("half a surrogate pair") }
    return UTF16.decode(UTF16.EncodedScalar([first, second]))
  }

  private mutating func parseFourHexDigits() throws(JSONFault) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(try peek())).hexDigitValue else {
        throw invalid("a hexadecimal digit should be here")
      }
      value = value << 4 | UInt16(digit)
      position += 1
    }
    return value
  }

  private func validated(_ slice: ArraySlice<UInt8>) throws(JSONFault) -> String {
    guard let text = String(validating: slice, as: UTF8.self) else {
      throw invalid("a text that is not UTF-8")
    }
    return text
  }
}
