import Texts

/// A text as Python's `repr` quotes it.
enum PythonQuotes {
  /// The text in the quotes that it has least of.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - isPrintable: Which characters stand for themselves; all others are escaped.
  /// - Returns: The text with its quotes.
  static func quoted(_ text: String, isPrintable: (Unicode.Scalar) -> Bool) -> String {
    let quote: Unicode.Scalar =
      text.unicodeScalars.contains("'") && !text.unicodeScalars.contains("\"") ? "\"" : "'"
    var result = String(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case quote, "\\": result += "\\" + String(scalar)
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case _ where isPrintable(scalar): result.unicodeScalars.append(scalar)
      default: result += Hex.escape(scalar)
      }
    }
    return result + String(quote)
  }
}
