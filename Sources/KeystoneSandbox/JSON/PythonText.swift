/// How Python shows a value in a message.
///
/// Keystone's validation errors echo what was sent in this form, a password of the wrong type
/// included; a client that prints such a message whole must be caught by a test.
enum PythonText {
  /// `repr()` of a value.
  static func of(_ value: JSONValue) -> String {
    switch value {
    case .null: "None"
    case .bool(true): "True"
    case .bool(false): "False"
    case .number(let digits): digits
    case .string(let text): of(text)
    case .array(let elements): "[" + elements.map(of).joined(separator: ", ") + "]"
    case .object(let object): of(object)
    }
  }

  /// `repr()` of a dictionary.
  static func of(_ object: JSONObject) -> String {
    "{" + object.members.map { of($0.key) + ": " + of($0.value) }.joined(separator: ", ") + "}"
  }

  /// `repr()` of a string: single quotes, unless it holds one and no double quote.
  static func of(_ text: String) -> String {
    let quote: Character = text.contains("'") && !text.contains("\"") ? "\"" : "'"
    var shown = String(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": shown += "\\\\"
      case "\n": shown += "\\n"
      case "\r": shown += "\\r"
      case "\t": shown += "\\t"
      case "'" where quote == "'": shown += "\\'"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    shown.append(quote)
    return shown
  }
}

extension PythonText {
  /// What Python calls the type of a value.
  static func typeName(of value: JSONValue) -> String {
    switch value {
    case .null: "NoneType"
    case .bool: "bool"
    case .number(let digits): digits.contains { ".eEN".contains($0) } ? "float" : "int"
    case .string: "str"
    case .array: "list"
    case .object: "dict"
    }
  }
}
