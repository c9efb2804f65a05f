/// Writes JSON byte for byte as Python's `json.dumps` does: one blank after `:` and `,`, and every
/// character beyond ASCII as `\uXXXX`.
///
/// Written by hand since a list of ten thousand users is an everyday answer.
struct JSONWriter {
  private var bytes: [UInt8] = []

  /// The bytes of a document.
  static func bytes(of object: JSONObject) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(object)
    return writer.bytes
  }

  /// The text of any value, for a place within another text.
  static func text(of value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.write(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private mutating func write(_ value: JSONValue) {
    switch value {
    case .null: append("null")
    case .bool(true): append("true")
    case .bool(false): append("false")
    case .number(let digits): append(digits)
    case .string(let text): write(text)
    case .array(let elements): write(elements)
    case .object(let object): write(object)
    }
  }

  private mutating func write(_ object: JSONObject) {
    append("{")
    for (index, member) in object.members.enumerated() {
      if index > 0 { append(", ") }
      write(member.key)
      append(": ")
      write(member.value)
    }
    append("}")
  }

  private mutating func write(_ elements: [JSONValue]) {
    append("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { append(", ") }
      write(element)
    }
    append("]")
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy(Self.needsNoEscape) {
      append(text)
    } else {
      for unit in text.utf16 {
        write(unit)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsNoEscape(_ byte: UInt8) -> Bool {
    (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func write(_ unit: UInt16) {
    switch unit {
    case 0x22: append("\\\"")
    case 0x5C: append("\\\\")
    case 0x08: append("\\b")
    case 0x0C: append("\\f")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    case 0x20...0x7E: bytes.append(UInt8(unit))
    default:
      let digits = String(unit, radix: 16)
      append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
    }
  }
}
