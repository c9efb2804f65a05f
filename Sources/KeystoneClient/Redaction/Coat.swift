/// A way to write a text that every debug page, log and framework has: what a secret is found in.
enum Coat: CaseIterable {
  /// `%2F`, `%2f` and JavaScript's `%u002F`, of some characters or of all.
  case percent
  /// Of JSON, Python and C: `\/`, `\"`, `\u002F`, `\U0000002f`, `\x2f`, `\057`.
  case backslash
  /// `&amp;`, `&#43;`, `&#x2b;`.
  case markup
  /// Lines of a fixed length, as base64 and mails have them.
  case lines

  /// A sign that begins what the coat stands for.
  func begins(with byte: UInt8) -> Bool {
    switch self {
    case .percent: byte == UInt8(ascii: "%")
    case .backslash: byte == UInt8(ascii: "\\")
    case .markup: byte == UInt8(ascii: "&")
    case .lines: byte == 0x0A || byte == 0x0D
    }
  }

  /// What stands at a sign: the bytes that are meant, and how many the coat takes for them.
  ///
  /// - Returns: Nil where the sign stands for itself.
  func meaning(of text: ArraySlice<UInt8>) -> (bytes: [UInt8], length: Int)? {
    switch self {
    case .percent: Self.percent(text)
    case .backslash: Self.backslash(text)
    case .markup: Self.markup(text)
    case .lines: ([], text.prefix { [0x0A, 0x0D, 0x20, 0x09].contains($0) }.count)
    }
  }

  private static func percent(_ text: ArraySlice<UInt8>) -> (bytes: [UInt8], length: Int)? {
    if let byte = number(text.dropFirst(1), digits: 2) { return ([UInt8(byte)], 3) }
    guard isLetter(text.dropFirst(1).first, "u") else { return nil }
    return codeUnits(text, marker: 2, digits: 4)
  }

  private static func backslash(_ text: ArraySlice<UInt8>) -> (bytes: [UInt8], length: Int)? {
    guard let letter = text.dropFirst(1).first else { return nil }
    switch letter {
    case UInt8(ascii: "u"):
      return codeUnits(text, marker: 2, digits: 4) ?? ([letter], 2)
    case UInt8(ascii: "U"):
      return number(text.dropFirst(2), digits: 8).map { (utf8($0), 10) } ?? ([letter], 2)
    case UInt8(ascii: "x"):
      return number(text.dropFirst(2), digits: 2).map { ([UInt8($0)], 4) } ?? ([letter], 2)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      let digits = text.dropFirst(1).prefix(3).prefix { (0x30...0x37).contains($0) }
      let value = digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }
      return ([UInt8(truncatingIfNeeded: value)], 1 + digits.count)
    default:
      return ([controls[letter] ?? letter], 2)
    }
  }

  private static let controls: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10,
    UInt8(ascii: "v"): 11, UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13, UInt8(ascii: "e"): 27,
  ]

  private static func markup(_ text: ArraySlice<UInt8>) -> (bytes: [UInt8], length: Int)? {
    let rest = text.dropFirst(1)
    if rest.first == UInt8(ascii: "#") {
      let isHex = isLetter(rest.dropFirst(1).first, "x")
      let start = rest.dropFirst(isHex ? 2 : 1)
      let digits = start.prefix(8).prefix { digit($0, radix: isHex ? 16 : 10) != nil }
      guard let value = number(digits, digits: digits.count, radix: isHex ? 16 : 10) else {
        return nil
      }
      let end = start.dropFirst(digits.count).first == UInt8(ascii: ";") ? 1 : 0
      return (utf8(value), start.startIndex - text.startIndex + digits.count + end)
    }
    let name = rest.prefix(14).prefix { $0 != UInt8(ascii: ";") }
    guard rest.dropFirst(name.count).first == UInt8(ascii: ";"),
      let value = MarkupNames.scalar(named: name)
    else { return nil }
    return (utf8(Int(value)), name.count + 2)
  }

  /// One code unit of UTF-16, or the two that make up a character, as `\ud83d\ude80`.
  private static func codeUnits(
    _ text: ArraySlice<UInt8>,
    marker: Int,
    digits: Int
  ) -> (bytes: [UInt8], length: Int)? {
    guard let first = number(text.dropFirst(marker), digits: digits) else { return nil }
    let length = marker + digits
    guard (0xD800...0xDBFF).contains(first) else { return (utf8(first), length) }
    let next = text.dropFirst(length)
    guard next.prefix(marker).elementsEqual(text.prefix(marker)),
      let second = number(next.dropFirst(marker), digits: digits),
      (0xDC00...0xDFFF).contains(second)
    else { return (utf8(first), length) }
    return (utf8(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)), 2 * length)
  }

  private static func utf8(_ value: Int) -> [UInt8] {
    Array(String(UInt32(exactly: value).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}").utf8)
  }

  private static func isLetter(_ byte: UInt8?, _ letter: Unicode.Scalar) -> Bool {
    byte.map { $0 | 0x20 == UInt8(ascii: letter) } ?? false
  }

  private static func number(
    _ text: ArraySlice<UInt8>,
    digits count: Int,
    radix: Int = 16
  ) -> Int? {
    guard count > 0, text.count >= count else { return nil }
    var value = 0
    for byte in text.prefix(count) {
      guard let digit = digit(byte, radix: radix) else { return nil }
      value = value * radix + digit
    }
    return value
  }

  private static func digit(_ byte: UInt8, radix: Int) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - 0x30)
    case UInt8(ascii: "a")...UInt8(ascii: "f") where radix == 16: Int(byte - 0x57)
    case UInt8(ascii: "A")...UInt8(ascii: "F") where radix == 16: Int(byte - 0x37)
    default: nil
    }
  }
}
