import Texts

extension JSONValue {
  /// The value as a JSON document, with the names of objects in order.
  ///
  /// The order makes a request's body the same every time, for whoever reads a trace or a test.
  public var serialized: String { String(decoding: serializedBytes, as: UTF8.self) }

  /// The same document as a request carries it, in UTF-8.
  var serializedBytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .number(let literal): bytes += literal.utf8
    case .string(let string): Self.write(string, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.inOrder.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// Writes a text byte by byte: what has to be escaped is ASCII, which is part of no other character.
  private static func write(_ string: String, to bytes: inout [UInt8]) {
    var string = string
    bytes.append(quote)
    string.withUTF8 { text in
      guard text.contains(where: { $0 < 0x20 || $0 == Self.quote || $0 == Self.backslash }) else {
        bytes += text
        return
      }
      for byte in text {
        switch byte {
        case Self.quote, Self.backslash: bytes += [Self.backslash, byte]
        case UInt8(ascii: "\n"): bytes += #"\n"#.utf8
        case UInt8(ascii: "\r"): bytes += #"\r"#.utf8
        case UInt8(ascii: "\t"): bytes += #"\t"#.utf8
        case 0..<0x20: bytes += (#"\u"# + Hex.digits(byte, count: 4)).utf8
        default: bytes.append(byte)
        }
      }
    }
    bytes.append(quote)
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
}
