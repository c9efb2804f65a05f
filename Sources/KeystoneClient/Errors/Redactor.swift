/// Takes secrets out of what a server said, before anybody sees it.
///
/// Keystone's messages can hold them: a schema error echoes the offending value, a password among
/// them, and a conflict of Icehouse is the raw SQL with the row's password hash
/// (`keystone.common.sql.core`).
struct Redactor {
  static let mark = "(sensitive)"

  private let secrets: [[UInt8]]

  init(secrets: [Sensitive] = []) {
    self.secrets = Set(secrets.flatMap { Self.spellings(of: $0.exposed()) })
      .filter { !$0.isEmpty }
      .sorted { $0.count > $1.count }
  }

  /// The secret as it is and as it stands in JSON, for whoever repeats a body unread.
  private static func spellings(of secret: String) -> [[UInt8]] {
    [Array(secret.utf8), Array(JSONValue.string(secret).serialized.utf8.dropFirst().dropLast())]
  }

  /// The text without the known secrets, password values, hashes and tokens.
  func redact(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for secret in secrets { bytes = replacing(secret, in: bytes) }
    var scanner = SecretScanner(bytes)
    return String(decoding: scanner.withoutSecrets(), as: UTF8.self)
  }

  /// The first line of a server's text, redacted, of bounded length and safe for a terminal.
  ///
  /// Later lines are Python's: a schema with the value that it refuses. The whole is redacted
  /// before it is cut, so that half a secret cannot be what is left.
  func firstLine(of text: String) -> String {
    let redacted = redact(String(text.prefix(20_000)))
    let line = redacted.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }
    return Self.printable(String(String.UnicodeScalarView(line)), limit: 1000)
  }

  /// The text with whatever could steer a terminal replaced, cut at a number of characters.
  static func printable(_ text: String, limit: Int = .max) -> String {
    var result = String.UnicodeScalarView()
    for (index, scalar) in text.unicodeScalars.enumerated() {
      guard index < limit else {
        result.append("…")
        break
      }
      result.append(isSafe(scalar) ? scalar : "\u{FFFD}")
    }
    return String(result)
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
    default: true
    }
  }

  /// Replaces a secret wherever it stands; a short one only where it stands alone.
  ///
  /// To replace every `a` of a sentence would spell out that the password is `a`.
  private func replacing(_ secret: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let end = index + secret.count
      guard end <= bytes.count, bytes[index..<end].elementsEqual(secret),
        secret.count >= 6
          || !SecretScanner.isWord(index > 0 ? bytes[index - 1] : nil)
            && !SecretScanner.isWord(end < bytes.count ? bytes[end] : nil)
      else {
        result.append(bytes[index])
        index += 1
        continue
      }
      result.append(contentsOf: Self.mark.utf8)
      index = end
    }
    return result
  }
}
