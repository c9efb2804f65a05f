import Texts

/// What known secrets look like, and where in a text they stand.
///
/// A secret of six bytes or more is found wherever it stands, and inside base64 and hexadecimal
/// text; from eight bytes on in capitals too. A shorter one is found only where it stands alone, or
/// where a base64 text is nothing but it or `user:` and it: to replace every `a` of a sentence would
/// spell out that the password is `a`.
struct SecretPatterns {
  /// From that size on a secret is no accident within a word.
  static let longSize = 6
  private static let foldedSize = 8
  /// No more of a token is compared, so that the time is bounded; what follows is taken along.
  private static let comparedSize = 256

  private struct Pattern {
    let bytes: [UInt8]
    let isFolded: Bool
    let isAlone: Bool
    let isBase64: Bool
  }

  private var patterns: [Pattern] = []
  private var byBeginning: [UInt16: [Int]] = [:]
  /// Two bytes that some pattern begins with have their bit set: most places are passed over by it.
  private var beginnings = [UInt64](repeating: 0, count: 1 << 10)
  private var short: [[UInt8]] = []
  private var known: Set<Secret> = []

  init(_ secrets: [Secret] = []) {
    for secret in secrets { insert(secret) }
  }

  var isEmpty: Bool { known.isEmpty }

  /// Adds a secret, unless it is there.
  mutating func insert(_ secret: Secret) {
    let text = secret.exposed()
    guard !text.isEmpty, known.insert(secret).inserted else { return }
    let isLong = text.utf8.count >= Self.longSize
    let isFolded = text.utf8.count >= Self.foldedSize
    let spellings = Self.spellings(of: text)
    for spelling in isFolded ? Set(spellings.map { $0.map(SecretScanner.lowercased) }) : spellings {
      add(spelling, isFolded: isFolded, isAlone: spelling.count < Self.longSize)
    }
    guard isLong else {
      short.append(Array(text.utf8))
      return
    }
    for bytes in Self.encoded(text) {
      for offset in 0..<3 {
        let core = Base64.core(of: bytes, offset: offset)
        for letters in Set([core, Base64.urlSafe(core)]) { add(letters, isBase64: true) }
      }
      for separator in ["", ":"] {
        add(Self.hexadecimal(bytes, separator), isFolded: true)
      }
    }
  }

  /// What of a secret is found in base64 and hexadecimal text: itself, without the padding of a
  /// token, and as it stands in the JSON of a request or of a server's own.
  private static func encoded(_ text: String) -> Set<[UInt8]> {
    var forms: Set<[UInt8]> = [Array(text.utf8)]
    if let token = unpadded(text) { forms.insert(token) }
    let json = Array(JSONValue.string(text).serialized.utf8.dropFirst().dropLast())
    let ascii = json.allSatisfy { $0 < 0x80 } ? json : asciiOnly(json)
    for form in [json, ascii] {
      forms.insert(form)
      forms.insert(form.flatMap { $0 == slash ? [backslash, slash] : [$0] })
    }
    return forms
  }

  private static let slash = UInt8(ascii: "/")
  private static let backslash = UInt8(ascii: "\\")

  /// JSON as Python's `json.dumps` writes it.
  private static func asciiOnly(_ json: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in String(decoding: json, as: UTF8.self).utf16 {
      if unit < 0x80 {
        bytes.append(UInt8(unit))
      } else {
        bytes += Array("\\u\(Hex.digits(unit, count: 4))".utf8)
      }
    }
    return bytes
  }

  /// A token without the `=` at its end, which a shell's pattern or a log may lose.
  private static func unpadded(_ text: String) -> [UInt8]? {
    let bytes = Array(text.utf8)
    guard let last = bytes.lastIndex(where: { $0 != UInt8(ascii: "=") }),
      last + 1 < bytes.count, last + 1 >= foldedSize
    else { return nil }
    return Array(bytes[...last])
  }

  private mutating func add(
    _ bytes: [UInt8],
    isFolded: Bool = false,
    isAlone: Bool = false,
    isBase64: Bool = false
  ) {
    let pattern = Pattern(
      bytes: isFolded ? bytes.map(SecretScanner.lowercased) : bytes,
      isFolded: isFolded,
      isAlone: isAlone,
      isBase64: isBase64
    )
    let first = Self.folded(bytes[0])
    let seconds = bytes.count > 1 ? [Self.folded(bytes[1])] : Array(0...255)
    for second in seconds {
      let beginning = UInt16(first) << 8 | UInt16(second)
      byBeginning[beginning, default: []].append(patterns.count)
      beginnings[Int(beginning >> 6)] |= 1 << UInt64(beginning & 63)
    }
    patterns.append(pattern)
  }

  /// The secret as UTF-8, and as what becomes of that where Latin-1 was meant or read, or where a
  /// shell quotes it.
  private static func spellings(of text: String) -> Set<[UInt8]> {
    var spellings: Set<[UInt8]> = [Array(text.utf8)]
    if text.utf8.count >= foldedSize {
      spellings.insert(Array(text.uppercased().utf8))
      spellings.insert(Array(text.lowercased().utf8))
    }
    if let token = unpadded(text) { spellings.insert(token) }
    if text.utf8.contains(UInt8(ascii: "'")) {
      for quote in [#"'\''"#, #"'"'"'"#] {
        spellings.insert(text.utf8.flatMap { $0 == UInt8(ascii: "'") ? Array(quote.utf8) : [$0] })
      }
    }
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return spellings }
    var misread = String.UnicodeScalarView()
    for byte in text.utf8 { misread.append(Unicode.Scalar(byte)) }
    spellings.insert(Array(String(misread).utf8))
    guard text.unicodeScalars.allSatisfy({ $0.value < 0x100 }) else { return spellings }
    let latin = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    spellings.insert(latin)
    spellings.insert(Array(String(decoding: latin, as: UTF8.self).utf8))
    return spellings
  }

  private static func hexadecimal(_ bytes: [UInt8], _ separator: String) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    let pairs = bytes.map { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return Array(pairs.joined(separator: separator.utf8))
  }

  /// A byte as the beginnings are compared: a form's `+` is a blank, a capital a small letter.
  private static func folded(_ byte: UInt8) -> UInt8 {
    byte == UInt8(ascii: "+") ? 0x20 : SecretScanner.lowercased(byte)
  }
}

extension SecretPatterns {
  /// Where the secrets stand, in whatever order.
  func places(in text: [UInt8]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var index = 0
    text.withUnsafeBufferPointer { text in
      while index < text.count {
        let second = index + 1 < text.count ? text[index + 1] : 0
        let beginning = UInt16(Self.folded(text[index])) << 8 | UInt16(Self.folded(second))
        guard beginnings[Int(beginning >> 6)] & 1 << UInt64(beginning & 63) != 0 else {
          index += 1
          continue
        }
        var end = index
        for candidate in byBeginning[beginning] ?? [] {
          guard let place = place(of: patterns[candidate], in: text, at: index) else { continue }
          places.append(place)
          // What begins within a password may be another; a long text is passed over whole.
          if place.count > Self.comparedSize || patterns[candidate].isBase64 {
            end = max(end, place.upperBound)
          }
        }
        index = max(end, index + 1)
      }
    }
    if !short.isEmpty { places += placesOfBase64(in: text) }
    return places
  }

  private func place(
    of pattern: Pattern,
    in text: UnsafeBufferPointer<UInt8>,
    at start: Int
  ) -> Range<Int>? {
    func isSame(_ offset: Int) -> Bool {
      let byte = text[start + offset]
      let wanted = pattern.bytes[offset]
      return byte == wanted || pattern.isFolded && SecretScanner.lowercased(byte) == wanted
        || wanted == 0x20 && byte == UInt8(ascii: "+")
    }
    let compared = min(pattern.bytes.count, Self.comparedSize)
    guard start + compared <= text.count, (0..<compared).allSatisfy(isSame) else { return nil }
    var end = start + compared
    while end < text.count, end - start < pattern.bytes.count, isSame(end - start) { end += 1 }
    if pattern.isAlone {
      guard !SecretScanner.isWord(start > 0 ? text[start - 1] : nil),
        !SecretScanner.isWord(end < text.count ? text[end] : nil)
      else { return nil }
    }
    guard pattern.isBase64 else { return start..<end }
    var first = start
    while first > 0, Base64.isLetter(text[first - 1]) { first -= 1 }
    while end < text.count, Base64.isLetter(text[end]) { end += 1 }
    while end < text.count, text[end] == UInt8(ascii: "=") { end += 1 }
    return first..<end
  }

  /// Where a base64 text is a short secret, or the user and the password of HTTP's `Basic`.
  private func placesOfBase64(in text: [UInt8]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var start = 0
    while let first = text[start...].firstIndex(where: Base64.isLetter) {
      let end = text[first...].firstIndex { !Base64.isLetter($0) } ?? text.count
      if (2...400).contains(end - first), let bytes = Base64.decoded(text[first..<end]),
        short.contains(where: { bytes == $0 || bytes.hasSuffix([UInt8(ascii: ":")] + $0) })
      {
        places.append(first..<(text[end...].firstIndex { $0 != UInt8(ascii: "=") } ?? text.count))
      }
      start = end
    }
    return places
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    count >= suffix.count && self.suffix(suffix.count) == suffix[...]
  }
}
