import KeystoneClient

/// A JSON value as Python 2.7 writes it.
enum PythonText {
  /// What a cell of the 2014 command's tables shows of it: `str`, and nothing for a null.
  static func cell(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    case .number(let literal): PythonNumber(literal).text
    case .bool, .array, .object: representation(of: value)
    }
  }

  /// What `repr` gives.
  static func representation(of value: JSONValue) -> String {
    switch value {
    case .null: "None"
    case .bool(let flag): flag ? "True" : "False"
    case .number(let literal): PythonNumber(literal).representation
    case .string(let text): "u" + quoted(text)
    case .array(let elements):
      "[" + elements.map(representation).joined(separator: ", ") + "]"
    case .object(let members):
      "{"
        + inOrder(members).map { "u\(quoted($0.key)): \(representation(of: $0.value))" }
        .joined(separator: ", ") + "}"
    }
  }

  /// The members in the order of the dictionary that prettytable sees.
  ///
  /// Before it sorts rows it copies them (`copy.deepcopy`), key by key in the order of the first
  /// dictionary; where keys compete for a place, the copy has another order.
  private static func inOrder(_ members: JSONObject) -> [JSONObject.Member] {
    PythonDictionary(PythonDictionary(members).elements).elements
  }

  private static func quoted(_ text: String) -> String {
    PythonQuotes.quoted(text) { (" "..."~").contains($0) }
  }
}
