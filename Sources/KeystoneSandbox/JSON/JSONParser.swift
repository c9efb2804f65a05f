/// Reads JSON as Python's `json.loads` does, because Keystone does.
///
/// That is RFC 8259 with `NaN` and the infinities let in, control characters in strings refused,
/// and the last of several equal keys counting. Half a surrogate pair, which Python keeps, becomes
/// U+FFFD here: no Swift string can hold it.
struct JSONParser {
  /// Why a text is not JSON; Keystone says no more than that it is not.
  struct Malformed: Error {}

  /// How deep arrays and objects may nest before the text counts as malformed.
  private static let depthLimit = 200

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads one whole document.
  static func parse(_ bytes: [UInt8]) throws(Malformed) -> JSONValue {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw Malformed() }
    var parser = JSONParser(bytes)
    let value = try parser.value()
    parser.skipSpace()
    guard parser.position == bytes.count else { throw Malformed() }
    return value
  }

  private var next: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
      position += 1
    }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func value() throws(Malformed) -> JSONValue {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "N"): return try word("NaN", .number("NaN"))
    case UInt8(ascii: "I"): return try word("Infinity", .number("Infinity"))
    default: return .number(try number())
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Malformed) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw Malformed() }
    position += word.utf8.count
    return value
  }

  private mutating func descend() throws(Malformed) {
    position += 1
    depth += 1
    guard depth <= Self.depthLimit else { throw Malformed() }
    skipSpace()
  }

  private mutating func object() throws(Malformed) -> JSONObject {
    try descend()
    defer { depth -= 1 }
    var members: [(String, JSONValue)] = []
    guard !skip("}") else { return JSONObject() }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw Malformed() }
      let key = try string()
      skipSpace()
      guard skip(":") else { throw Malformed() }
      members.append((key, try value()))
      skipSpace()
    } while skip(",")
    guard skip("}") else { throw Malformed() }
    return JSONObject(members)
  }

  private mutating func array() throws(Malformed) -> [JSONValue] {
    try descend()
    defer { depth -= 1 }
    var elements: [JSONValue] = []
    guard !skip("]") else { return elements }
    repeat {
      elements.append(try value())
      skipSpace()
    } while skip(",")
    guard skip("]") else { throw Malformed() }
    return elements
  }

  private mutating func number() throws(Malformed) -> String {
    let start = position
    _ = skip("-")
    if next == UInt8(ascii: "I"), position > start {
      _ = try word("Infinity", .null)
      return "-Infinity"
    }
    let leadingZero = next == UInt8(ascii: "0")
    let digits = try self.digits()
    guard !leadingZero || digits == 1 else { throw Malformed() }
    if skip(".") {
      _ = try self.digits()
    }
    if skip("e") || skip("E") {
      _ = skip("+") || skip("-")
      _ = try self.digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(Malformed) -> Int {
    let start = position
    while let byte = next, (0x30...0x39).contains(byte) {
      position += 1
    }
    guard position > start else { throw Malformed() }
    return position - start
  }

  private mutating func string() throws(Malformed) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text.append(contentsOf: String(try escape()).utf8)
      case 0x00..<0x20:
        throw Malformed()
      default:
        text.append(byte)
      }
    }
    throw Malformed()
  }

  private mutating func escape() throws(Malformed) -> Unicode.Scalar {
    guard let byte = next else { throw Malformed() }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try codePoint()
    default: throw Malformed()
    }
  }

  private mutating func codePoint() throws(Malformed) -> Unicode.Scalar {
    let first = try codeUnit()
    guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    let afterFirst = position
    guard skip("\\"), skip("u") else {
      position = afterFirst
      return "\u{FFFD}"
    }
    let second = try codeUnit()
    guard UTF16.isTrailSurrogate(second) else {
      position = afterFirst
      return "\u{FFFD}"
    }
    let offset = UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF)
    return Unicode.Scalar(0x10000 + offset) ?? "\u{FFFD}"
  }

  private mutating func codeUnit() throws(Malformed) -> UInt16 {
    guard position + 4 <= bytes.count else { throw Malformed() }
    let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    guard digits.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt16(digits, radix: 16)
    else { throw Malformed() }
    position += 4
    return unit
  }
}
