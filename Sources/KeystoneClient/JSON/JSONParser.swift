/// Reads a JSON document (RFC 8259) into a ``JSONDocument``.
///
/// It is written by hand for what Foundation's decoder does not give: the exact text of numbers, and
/// the difference between a document that is cut off and one that is something else.
struct JSONParser {
  private static let deepestNesting = 128
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// What it has of the document.
  private(set) var bytes: [UInt8]
  /// The values that were read last, and the texts whose escapes were undone.
  private var records: [JSONDocument.Record] = []
  private var texts: [String] = []
  /// Where it reads on, among the bytes that it has.
  var position = 0
  /// How many bytes were read and dropped before those.
  private var droppedCount = 0

  /// Makes one of bytes, to which more may be added.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads the one value that the bytes hold; a byte order mark before it is passed over.
  static func parse(_ bytes: [UInt8]) throws(JSONFault) -> JSONNode {
    var parser = JSONParser(bytes)
    return try parser.root()
  }

  /// Reads the one value that all the bytes hold.
  mutating func root() throws(JSONFault) -> JSONNode {
    if bytes.starts(with: Self.byteOrderMark) { position = Self.byteOrderMark.count }
    let value = try value(depth: 0)
    try checkIsAtEnd()
    return value
  }

  /// Reads a value that stands so many levels deep, and forgets those before.
  mutating func value(depth: Int) throws(JSONFault) -> JSONNode {
    removeValues()
    try parseValue(depth: depth)
    return JSONNode(JSONDocument(bytes, records, texts))
  }

  private mutating func removeValues() {
    records.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
  }

  /// Adds a value that holds no others.
  mutating func append(_ kind: JSONDocument.Kind, _ range: Range<Int> = 0..<0) {
    records.append(
      JSONDocument.Record(
        kind: kind,
        start: range.lowerBound,
        count: range.count,
        end: records.count + 1
      )
    )
  }

  /// Adds a text whose escapes were undone.
  mutating func append(unescaped text: String) {
    append(.unescapedText, texts.count..<texts.count)
    texts.append(text)
  }

  /// Reads a value that stands so many levels deep.
  private mutating func parseValue(depth: Int) throws(JSONFault) {
    guard depth <= Self.deepestNesting else { throw invalid("nested too deeply") }
    skipWhitespace()
    switch try peek() {
    case UInt8(ascii: "{"): try parseObject(depth: depth)
    case UInt8(ascii: "["): try parseArray(depth: depth)
    case UInt8(ascii: "\""): try parseText()
    case UInt8(ascii: "t"): try parseLiteral("true", as: .yes)
    case UInt8(ascii: "f"): try parseLiteral("false", as: .no)
    case UInt8(ascii: "n"): try parseLiteral("null", as: .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try parseNumber()
    default: throw invalid("no value begins like this")
    }
  }

  private mutating func parseObject(depth: Int) throws(JSONFault) {
    try parseCollection(.object, end: UInt8(ascii: "}")) { parser throws(JSONFault) in
      try parser.parseName()
      try parser.parseValue(depth: depth + 1)
    }
  }

  private mutating func parseArray(depth: Int) throws(JSONFault) {
    try parseCollection(.array, end: UInt8(ascii: "]")) { parser throws(JSONFault) in
      try parser.parseValue(depth: depth + 1)
    }
  }

  private mutating func parseCollection(
    _ kind: JSONDocument.Kind,
    end: UInt8,
    _ parseElement: (inout JSONParser) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    position += 1
    let index = records.count
    append(kind)
    var count = 0
    if try !skip(end) {
      repeat {
        try parseElement(&self)
        count += 1
      } while try parseComma(orEnd: end)
    }
    records[index].count = count
    records[index].end = records.count
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
    as kind: JSONDocument.Kind
  ) throws(JSONFault) {
    for index in 0..<text.utf8CodeUnitCount {
      guard try peek() == text.utf8Start[index] else { throw invalid("no value begins like this") }
      position += 1
    }
    append(kind)
  }

  private mutating func parseNumber() throws(JSONFault) {
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
    append(.number, start..<position)
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

  /// The byte that comes.
  func peek() throws(JSONFault) -> UInt8 {
    guard position < bytes.count else { throw .truncated }
    return bytes[position]
  }

  private func isAt(_ byte: UInt8) -> Bool {
    position < bytes.count && bytes[position] == byte
  }

  /// What is wrong with the byte that comes.
  func invalid(_ what: String) -> JSONFault {
    .invalid(what, offset: droppedCount + position)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension JSONParser {
  /// How many bytes have not been read.
  var remainingCount: Int { bytes.count - position }

  /// The bytes that were read since it was there.
  func bytes(since start: Int) -> ArraySlice<UInt8> { bytes[start..<position] }

  /// Adds bytes at the end.
  mutating func append(_ more: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: more)
  }

  /// Forgets the bytes that were read, and the values that stand among them.
  mutating func dropRead() {
    removeValues()
    bytes.removeSubrange(..<position)
    droppedCount += position
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
    guard remainingCount == 0 else { throw invalid("something follows the document") }
  }

  /// Reads the name of a member, and forgets the values before.
  mutating func name() throws(JSONFault) -> JSONNode {
    removeValues()
    try parseName()
    return JSONNode(JSONDocument(bytes, records, texts))
  }

  /// Reads the name of a member and the colon behind it.
  private mutating func parseName() throws(JSONFault) {
    skipWhitespace()
    guard try peek() == UInt8(ascii: "\"") else { throw invalid("a name should be here") }
    try parseText()
    skipWhitespace()
    guard try peek() == UInt8(ascii: ":") else { throw invalid("a colon should be here") }
    position += 1
  }
}
