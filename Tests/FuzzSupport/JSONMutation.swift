package import TestSupport

/// Changes one value of a JSON text for another, at times of another type.
package enum JSONMutation {
  private static let strangers: [String] =
    [
      "null", "true", "false", "0", "-1", "1e999", "1.5", "\"\"", "\"x\"", "[]", "{}", "[null]",
      "{\"id\":7}", "\"..\"", "\"a/b\"", "\"\\u0000\"", "\"\\ud800\"",
      "\"\\u001b]0;owned\\u0007\"", "\"\\u009b31m\"", "\"\\u202eevil\"", "\"\\n\\nerror: x\"",
      "\"http://203.0.113.66/v2.0\"", "\"e\\u0301\"", "\"1970-01-01T00:00:00Z\"",
    ] + [
      String(repeating: "9", count: 400),
      String(repeating: "[", count: 300) + String(repeating: "]", count: 300),
      String(repeating: "{\"a\":", count: 100) + "1" + String(repeating: "}", count: 100),
      "\"" + String(repeating: "long ", count: 5_000) + "\"",
    ]

  /// The text with one of its values changed; the text as it is where it holds none.
  package static func apply(to json: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    var scanner = Scanner(bytes: json)
    scanner.scanValue()
    guard !scanner.values.isEmpty else { return json }
    let range = generator.pick(scanner.values)
    var json = json
    switch generator.number(1...6) {
    case 1:
      let other = Array(json[generator.pick(scanner.values)])
      json.replaceSubrange(range, with: other)
    case 2: json.replaceSubrange(range, with: Array("[".utf8) + json[range] + Array("]".utf8))
    case 3: json.replaceSubrange(range, with: Array("{\"x\":".utf8) + json[range] + Array("}".utf8))
    default: json.replaceSubrange(range, with: Array(generator.pick(strangers).utf8))
    }
    return json
  }

  /// Finds where the values of a JSON text stand, those within others too.
  private struct Scanner {
    let bytes: [UInt8]
    var position = 0
    var values: [Range<Int>] = []

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func scanValue() {
      skip(" \n\r\t:,")
      guard position < bytes.count else { return }
      let start = position
      switch bytes[position] {
      case UInt8(ascii: "{"): scanMembers(hasNames: true, end: UInt8(ascii: "}"))
      case UInt8(ascii: "["): scanMembers(hasNames: false, end: UInt8(ascii: "]"))
      case UInt8(ascii: "\""): scanString()
      default:
        repeat {
          position += 1
        } while position < bytes.count && !" \n\r\t,:]}".utf8.contains(bytes[position])
      }
      values.append(start..<position)
    }

    private mutating func scanMembers(hasNames: Bool, end: UInt8) {
      position += 1
      skip(" \n\r\t,")
      while position < bytes.count, bytes[position] != end {
        if hasNames { scanString() }
        scanValue()
        skip(" \n\r\t,")
      }
      position = min(position + 1, bytes.count)
    }

    private mutating func scanString() {
      position += 1
      while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
        position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
      }
      position = min(position + 1, bytes.count)
    }

    private mutating func skip(_ characters: String) {
      while position < bytes.count, characters.utf8.contains(bytes[position]) { position += 1 }
    }
  }
}
