internal import IdentityModel

/// What Keystone takes for a limit (`keystone.limit.schema`), in digits alone.
///
/// YAML has more ways to write a number, and readers differ about them: `010` is eight to some.
enum LimitRule {
  /// The highest one, as it keeps them in 32 bits.
  static let highest = 2_147_483_647

  /// The number that a text says; nil for a text that says none, or another one to somebody else.
  static func number(_ text: String) -> Int? {
    guard text != "\(Limit.unlimited)" else { return Limit.unlimited }
    guard !text.isEmpty, text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
      text == "0" || !text.hasPrefix("0"), let number = Int(text), number <= highest
    else { return nil }
    return number
  }

  /// What to write instead of a text that says none.
  static func hint(for text: String) -> String {
    let words = ["unlimited", "infinite", "infinity", "inf", ".inf", "none", "no", "max", "-"]
    if words.contains(text.lowercased()) { return "write -1 for no limit" }
    if text.hasPrefix("-") { return "-1 means no limit, and 0 that there is to be nothing" }
    let rest = text.drop { $0.isNumber }
    let isHexadecimal = text.lowercased().hasPrefix("0x")
    if rest.count < text.count, !isHexadecimal, let unit = rest.first(where: { $0 != " " }),
      unit.isLetter, rest.allSatisfy({ $0.isLetter || $0 == " " })
    {
      return "write the number alone: the service knows its unit"
    }
    return "write it in digits alone, such as 1000"
  }
}
