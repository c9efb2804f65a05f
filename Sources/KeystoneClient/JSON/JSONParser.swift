/// Reads a JSON document (RFC 8259) into a ``JSONValue``.
///
/// It is written by hand for what Foundation's decoder does not give: the exact text of numbers, and
/// the difference between a document that is cut off and one that is something else.
struct JSONParser {
  private static let deepestNesting = 128
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private var bytes: [UInt8]
  /// Where it reads on, among the bytes that it has.
  var position = 0
  /// How many bytes were read and dropped before those.
  private var droppedCount = 0

  /// Makes one of bytes, to which more may be added.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads the one value that the bytes hold; a byte order mark before it is passed over.
  static func parse(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
    var parser = JSONParser(bytes)
    return try parser.document()
  }

  /// Reads the one value that all the bytes hold.
  mutating func document() throws(JSONFault) -> JSONValue {
    if bytes.starts(with: Self.byteOrderMark) { position = Self.byteOrderMark.count }
    let value = try parseValue(depth: 0)
    try checkIsAtEnd()
    return value
  }

  /// Reads a value that stands so many levels deep.
  mutating func parseValue(depth: Int) throws(JSONFault) -> JSONValue {
    guard depth <= Self.deepestNesting else { throw invalid("nested too deeply") }
    skipWhitespace()
    switch try peek() {
    case UInt8(ascii: "{"): return try parseObject(depth: depth)
    case UInt8(ascii: "["): return try parseArray(depth: depth)
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "t"): return try parseLiteral("true", as: .bool(true))
    case UInt8(ascii: "f"): return try parseLiteral("false", as: .bool(false))
    case UInt8(ascii: "n"): return try parseLiteral("null", as: .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try parseNumber()
    default: throw invalid("no value begins like this")
    }
  }

  private mutating func parseObject(depth: Int) throws(JSONFault) -> JSONValue {
    position += 1
    skipWhitespace()
    if try peek() == UInt8(ascii: "}") {
      position += 1
      return .object([:])
    }
    var members: [JSONObject.Member] = []
    members.reserveCapacity(8)
    while true {
      let name = try parseName()
      let value = try parseValue(depth: depth + 1)
      members.append((name, value))
      guard try parseComma(orEnd: UInt8(ascii: "}")) else { return .object(JSONObject(members)) }
    }
  }

  private mutating func parseArray(depth: Int) throws(JSONFault) -> JSONValue {
    position += 1
    skipWhitespace()
    if try peek() == UInt8(ascii: "]") {
      position += 1
      return .array([])
    }
    var elements: [JSONValue] = []
    while true {
      elements.append(try parseValue(depth: depth + 1))
      guard try parseComma(orEnd: UInt8(ascii: "]")) else { return .array(elements) }
    }
  }

  /// Passes over a comma, which gives true, or over the end, which gives false.
  mutating func parseComma(orEnd end: UInt8) throws(JSONFault) -> Bool {
    skipWhitespace()
    let byte = try peek()
    guard byte == UInt8(ascii: ",") || byte == end else {
      throw invalid("a comma or an end should be here")
    }
    position += 1
    return byte != end
  }

  private mutating func parseLiteral(
    _ text: StaticString,
    as value: JSONValue
  ) throws(JSONFault) -> JSONValue {
    for index in 0..<text.utf8CodeUnitCount {
      guard try peek() == text.utf8Start[index] else { throw invalid("no value begins like this") }
      position += 1
    }
    return value
  }

  private mutating func parseNumber() throws(JSONFault) -> JSONValue {
    let start = position
    if try peek() == UInt8(ascii: "-") { position += 1 }
    if try peek() == UInt8(ascii: "0") { position += 1 } else { try skipDigits() }
    if isAt(UInt8(ascii: ".")) {
      position += 1
      try skipDigits()
    }
    if isAt(UInt8(ascii: "e")) || isAt(UInt8(ascii: "E")) {
      position += 1
      if isAt(UInt8(ascii: "+")) || isAt(UInt8(ascii: "-")) { position += 1 }
      try skipDigits()
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  /// Passes over one digit or more.
  private mutating func skipDigits() throws(JSONFault) {
    guard Self.isDigit(try peek()) else { throw invalid("a digit should be here") }
    while position < bytes.count, Self.isDigit(bytes[position]) { position += 1 }
  }

  private mutating func skipWhitespace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private func peek() throws(JSONFault) -> UInt8 {
    guard position < bytes.count else { throw .truncated }
    return bytes[position]
  }

  private func isAt(_ byte: UInt8) -> Bool {
    position < bytes.count && bytes[position] == byte
  }

  private func invalid(_ what: String) -> JSONFault {
    .invalid(what, offset: droppedCount + position)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension JSONParser {
  /// How many bytes have not been read.
  var remainingCount: Int { bytes.count - position }

  /// Adds bytes at the end.
  mutating func append(_ more: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: more)
  }

  /// Forgets the bytes that were read.
  mutating func dropRead() {
    droppedCount += position
    bytes.removeSubrange(..<position)
    position = 0
  }

  /// Passes over a byte order mark, if there is one; it may have come in part.
  mutating func skipByteOrderMark() throws(JSONFault) {
    let mark = Self.byteOrderMark
    guard bytes.prefix(mark.count).elementsEqual(mark.prefix(bytes.count)) else { return }
    guard bytes.count >= mark.count else { throw .truncated }
    position = mark.count
  }

  /// Passes over a byte and the blanks before it, if that is what comes.
  mutating func skip(_ byte: UInt8) throws(JSONFault) -> Bool {
    skipWhitespace()
    guard try peek() == byte else { return false }
    position += 1
    return true
  }

  /// Makes sure that nothing follows but blanks.
  mutating func checkIsAtEnd() throws(JSONFault) {
    skipWhitespace()
    guard position == bytes.count else { throw invalid("something follows the document") }
  }

  /// Reads the name of a member and the colon behind it.
  mutating func parseName() throws(JSONFault) -> String {
    skipWhitespace()
    guard try peek() == UInt8(ascii: "\"") else { throw invalid("a name should be here") }
    let name = try parseString()
    skipWhitespace()
    guard try peek() == UInt8(ascii: ":") else { throw invalid("a colon should be here") }
    position += 1
    return name
  }

  /// Reads a text from its opening quote to behind its closing one.
  private mutating func parseString() throws(JSONFault) -> String {
    position += 1
    let start = position
    // The bits of all its bytes together: ASCII needs no validation, which would take most of the time.
    var bits: UInt8 = 0
    while true {
      let byte = try peek()
      if byte == UInt8(ascii: "\"") {
        let slice = bytes[start..<position]
        let text = bits < 0x80 ? String(decoding: slice, as: UTF8.self) : try validated(slice)
        position += 1
        return text
      }
      if byte == UInt8(ascii: "\\") { return try parseEscapedString(from: start) }
      guard byte >= 0x20 else { throw invalid("a control character within a text") }
      bits |= byte
      position += 1
    }
  }

  private mutating func parseEscapedString(from start: Int) throws(JSONFault) -> String {
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
