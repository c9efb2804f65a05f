import KeystoneClient
import Texts

/// A JSON value as Python 3 writes it.
enum Python3Text {
  /// What `str` gives.
  static func text(of value: JSONValue) -> String {
    guard case .string(let text) = value else { return representation(of: value) }
    return text
  }

  /// What `repr` gives.
  static func representation(of value: JSONValue) -> String {
    switch value {
    case .null: "None"
    case .bool(let flag): flag ? "True" : "False"
    case .number(let literal): number(literal)
    case .string(let text): quoted(text)
    case .array(let elements):
      "[" + elements.map(representation).joined(separator: ", ") + "]"
    case .object(let members):
      "{"
        + members.map { "\(quoted($0.key)): \(representation(of: $0.value))" }
        .joined(separator: ", ") + "}"
    }
  }

  /// What `json.dumps` gives with an indent of two: ASCII alone, members in their own order.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - depth: How deep it stands, which its next lines are indented by.
  /// - Returns: The document, without a line break at its end.
  static func json(of value: JSONValue, depth: Int = 0) -> String {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let literal): jsonNumber(literal)
    case .string(let text): jsonString(text)
    case .array(let elements):
      block(elements.map { json(of: $0, depth: depth + 1) }, in: ("[", "]"), depth)
    case .object(let members):
      block(
        members.map { "\(jsonString($0.key)): \(json(of: $0.value, depth: depth + 1))" },
        in: ("{", "}"),
        depth
      )
    }
  }

  private static func block(
    _ items: [String],
    in brackets: (open: String, close: String),
    _ depth: Int
  ) -> String {
    guard !items.isEmpty else { return brackets.open + brackets.close }
    let indent = "\n" + String(repeating: "  ", count: depth)
    return brackets.open + items.map { "\(indent)  \($0)" }.joined(separator: ",") + indent
      + brackets.close
  }

  // MARK: Numbers

  /// The number as both `str` and `repr` have it, which Python 2.7 has for `repr` of a float alone.
  private static func number(_ literal: String) -> String {
    let number = PythonNumber(literal)
    switch number {
    case .integer(let digits): return digits
    case .float: return number.representation
    }
  }

  private static func jsonNumber(_ literal: String) -> String {
    switch number(literal) {
    case "inf": "Infinity"
    case "-inf": "-Infinity"
    case let text: text
    }
  }

  // MARK: Texts

  private static func quoted(_ text: String) -> String {
    PythonQuotes.quoted(text) { $0 == " " || isPrintable($0) }
  }

  /// What `str.isprintable` says of it.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      false
    default: true
    }
  }

  private static func jsonString(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{8}": result += "\\b"
      case "\u{C}": result += "\\f"
      case " "..."~": result.unicodeScalars.append(scalar)
      default:
        for unit in String(scalar).utf16 { result += "\\u" + Hex.digits(unit, count: 4) }
      }
    }
    return result + "\""
  }
}
