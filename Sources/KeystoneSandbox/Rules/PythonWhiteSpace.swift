/// What Python's `str.strip()` and `\s` take for white space.
enum PythonWhiteSpace {
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }

  /// The text without white space at either end.
  static func stripped(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !contains($0) }),
      let end = scalars.lastIndex(where: { !contains($0) })
    else { return "" }
    return String(scalars[start...end])
  }
}
