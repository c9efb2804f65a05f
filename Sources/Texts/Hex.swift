/// Digits of base 16.
package enum Hex {
  /// A number's digits.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - count: How many digits there are at least; zeros stand in front.
  ///   - isUppercase: Whether letters are capitals.
  /// - Returns: The digits alone.
  package static func digits(
    _ number: some UnsignedInteger,
    count: Int = 1,
    isUppercase: Bool = false
  ) -> String {
    let digits = String(number, radix: 16, uppercase: isUppercase)
    return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
  }

  /// A character as Python and YAML spell it in quotes: `\x1b`, `\u202e`, `\U000e0001`.
  ///
  /// - Parameters:
  ///   - scalar: The character.
  ///   - isUppercase: Whether digits that are letters are capitals.
  /// - Returns: Its escape, the shortest that has room for it.
  package static func escape(_ scalar: Unicode.Scalar, isUppercase: Bool = false) -> String {
    let (letter, count) =
      switch scalar.value {
      case ...0xFF: ("x", 2)
      case ...0xFFFF: ("u", 4)
      default: ("U", 8)
      }
    return "\\" + letter + digits(scalar.value, count: count, isUppercase: isUppercase)
  }
}
