/// Finds, in any text, what looks like a secret: values named so, password hashes, tokens.
struct SecretScanner {
  /// How the names end whose values are secret, in JSON, in Python's `repr` and in headers.
  private static let names = SecretNames.endings.map { Array($0.utf8) }
  /// The bytes that one of these begins with, capitals among them.
  private static let isBeginning: [Bool] = (0...255).map { byte in
    names.contains { $0.first == lowercased(UInt8(byte)) }
  }
  private static let token = Array("token".utf8)
  private static let id = Array("id".utf8)
  /// How the tokens of PKI begin, which are long enough to be told from a name.
  private static let signedBeginning = Array("MII".utf8)
  private static let shortestSigned = 80
  /// How Fernet's begin, which are told by it wherever it stands.
  private static let fernetBeginning = Array("gAAAA".utf8)
  private static let shortestFernet = 45
  /// A value without quotes may be a word of a sentence, unless it is as long as that.
  private static let shortestBareSecret = 12

  private let bytes: [UInt8]
  private let seeksIDs: Bool
  private var isInToken = false
  private var position = 0
  private var result: [UInt8] = []
  /// What was taken out, as far as it is a secret wherever else it stands.
  private(set) var found: [ArraySlice<UInt8>] = []

  /// Makes a scanner.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - seeksIDs: Whether any `id` behind a `token` with members counts as that token's, as it has
  ///     to where the text may be cut off; false where the token's own has been masked.
  init(_ bytes: [UInt8], seeksIDs: Bool = true) {
    self.bytes = bytes
    self.seeksIDs = seeksIDs
  }

  /// The text with a mark in the place of each secret.
  mutating func withoutSecrets() -> [UInt8] {
    result.reserveCapacity(bytes.count)
    while position < bytes.count {
      if let end = endOfHash() ?? endOfToken() {
        skip(to: end)
      } else if isInToken, isAtQuotedID {
        keep(Self.id.count)
        skipNamedValue(of: Self.id)
      } else if Self.isBeginning[Int(bytes[position])],
        let name = Self.names.first(where: { isAt($0) })
      {
        keep(name.count)
        skipNamedValue(of: name)
      } else {
        keep(1)
      }
    }
    return result
  }

  static func isWord(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= 0x80 || (0x30...0x39).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowercased(byte))
  }

  /// The end of a crypt hash such as `$6$rounds=…`, `$2b$…` or `$pbkdf2-sha512$…`.
  ///
  /// A catalog's `$(tenant_id)s` is none: what follows the first `$` must end with another.
  private func endOfHash() -> Int? {
    guard bytes[position] == UInt8(ascii: "$") else { return nil }
    var end = position + 1
    while end < bytes.count, Self.isWord(bytes[end]) || bytes[end] == UInt8(ascii: "-") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "$"), end > position + 1 else { return nil }
    while end < bytes.count, Self.isHash(bytes[end]) { end += 1 }
    return end
  }

  private func endOfToken() -> Int? {
    switch bytes[position] {
    case Self.fernetBeginning[0]: endOfFernetToken()
    case Self.signedBeginning[0]: endOfSignedToken()
    default: nil
    }
  }

  private func endOfFernetToken() -> Int? {
    guard bytes[position...].starts(with: Self.fernetBeginning) else { return nil }
    var end = position
    while end < bytes.count, Self.isURLSafe(bytes[end]) { end += 1 }
    guard end - position >= Self.shortestFernet else { return nil }
    while end < bytes.count, bytes[end] == UInt8(ascii: "=") { end += 1 }
    return end
  }

  private func endOfSignedToken() -> Int? {
    guard position == 0 || !Self.isToken(bytes[position - 1]),
      bytes[position...].starts(with: Self.signedBeginning)
    else { return nil }
    var end = position
    while end < bytes.count, Self.isToken(bytes[end]) { end += 1 }
    return end - position >= Self.shortestSigned ? end : nil
  }

  /// Whether `id` stands here as the name of a member.
  private var isAtQuotedID: Bool {
    guard isAt(Self.id), position > 0, quote(at: position + Self.id.count) != nil else {
      return false
    }
    return Self.isQuote(bytes[position - 1])
      || Self.codedQuotes.contains { bytes[..<position].suffix($0.count).elementsEqual($0) }
  }

  /// Passes over the value behind a name: `": "…"`, `': u'…'`, `=…`, `: 5`, `\": \"…\"`.
  private mutating func skipNamedValue(of name: [UInt8]) {
    var probe = position
    func byte() -> UInt8? { probe < bytes.count ? bytes[probe] : nil }
    probe += quote(at: probe)?.count ?? 0
    while byte() == UInt8(ascii: " ") { probe += 1 }
    guard byte() == UInt8(ascii: ":") || byte() == UInt8(ascii: "=") else { return }
    probe += 1
    while byte() == UInt8(ascii: " ") { probe += 1 }
    if byte() == UInt8(ascii: "u"), quote(at: probe + 1) != nil { probe += 1 }
    keep(probe - position)
    guard let first = byte() else { return }
    // What has members has names of its own.
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      if name == Self.token { isInToken = seeksIDs }
      return
    }
    if isAt(Array(Redactor.mark.utf8)) {
      keep(Redactor.mark.utf8.count)
    } else if let quote = quote(at: position) {
      keep(quote.count)
      skip(to: endOfQuoted(quote))
    } else {
      let end = endOfBareValue()
      skip(to: end, isSecretElsewhere: end - position >= Self.shortestBareSecret)
    }
  }

  /// The quote that begins at a place, in JSON's text within JSON, in HTML or in a URL.
  private func quote(at start: Int) -> [UInt8]? {
    guard start < bytes.count else { return nil }
    if Self.isQuote(bytes[start]) { return [bytes[start]] }
    var end = start
    while end < bytes.count, end - start < 8, bytes[end] == UInt8(ascii: "\\") { end += 1 }
    if end > start, end < bytes.count, Self.isQuote(bytes[end]) { return Array(bytes[start...end]) }
    return Self.codedQuotes.first { bytes[start...].starts(with: $0) }
  }

  private static let codedQuotes = [
    "&quot;", "&#34;", "&#39;", "&apos;", "&#x27;", "&#x22;", "%22", "%27", "\\u0022", "\\u0027",
  ].map { Array($0.utf8) }

  /// Where a quoted text ends, whose own quotes have a backslash more than the ones around it.
  private func endOfQuoted(_ quote: [UInt8]) -> Int {
    let backslashes = quote.count - 1
    guard quote.last.map(Self.isQuote) == true else {
      var end = position
      while end < bytes.count, !bytes[end...].starts(with: quote) { end += 1 }
      return end
    }
    var end = position
    var run = 0
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: "\\") {
        run += 1
      } else {
        if bytes[end] == quote[backslashes], backslashes == 0 ? run % 2 == 0 : run <= backslashes {
          return max(position, end - min(run, backslashes))
        }
        run = 0
      }
      end += 1
    }
    return bytes.count
  }

  private func endOfBareValue() -> Int {
    bytes[position...].firstIndex { " ,;}])\t\r\n".utf8.contains($0) } ?? bytes.count
  }

  private func isAt(_ name: [UInt8]) -> Bool {
    guard position + name.count <= bytes.count else { return false }
    for (offset, byte) in name.enumerated() where Self.lowercased(bytes[position + offset]) != byte
    {
      return false
    }
    return true
  }

  private mutating func keep(_ count: Int) {
    result.append(contentsOf: bytes[position..<position + count])
    position += count
  }

  private mutating func skip(to end: Int, isSecretElsewhere: Bool = true) {
    if end > position {
      result.append(contentsOf: Redactor.mark.utf8)
      if isSecretElsewhere { found.append(bytes[position..<end]) }
    }
    position = end
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private static func isHash(_ byte: UInt8) -> Bool {
    isWord(byte) || "./$=,+_-".utf8.contains(byte)
  }

  private static func isURLSafe(_ byte: UInt8) -> Bool {
    byte < 0x80 && isWord(byte) || "_-".utf8.contains(byte)
  }

  private static func isToken(_ byte: UInt8) -> Bool {
    isWord(byte) || "+/=_-".utf8.contains(byte)
  }
}
