import Texts

/// Takes secrets out of what a server said, before anybody sees it.
///
/// Keystone's messages can hold them: a schema error echoes the offending value, a password among
/// them, and a conflict of Icehouse is the raw SQL with the row's password hash
/// (`keystone.common.sql.core`).
struct Redactor {
  static let mark = "(sensitive)"

  /// How many coats are taken off, one after another: of a message, and of a body that is so large
  /// that each costs time.
  private static let depths = (message: 4, largeBody: 2)
  private static let largestMessage = 64 << 10

  private let patterns: [SecretPatterns]

  /// Makes a redactor.
  ///
  /// - Parameters:
  ///   - secrets: What the request held.
  ///   - memory: What earlier ones held.
  init(secrets: [Secret] = [], memory: SecretMemory? = nil) {
    patterns = [SecretPatterns(secrets), memory?.patterns ?? SecretPatterns()]
      .filter { !$0.isEmpty }
  }

  /// The text without the known secrets, in whatever ``Coat``, and without password values, hashes
  /// and tokens.
  ///
  /// - Parameters:
  ///   - text: What was said.
  ///   - isMasked: Whether it is JSON whose secrets were masked by their names before.
  /// - Returns: What may be shown.
  func redact(_ text: String, isMasked: Bool = false) -> String {
    let known = withoutKnownSecrets(Array(text.utf8))
    var scanner = SecretScanner(known, seeksIDs: !isMasked)
    return String(decoding: scanner.withoutSecrets(), as: UTF8.self)
  }

  private func withoutKnownSecrets(_ bytes: [UInt8]) -> [UInt8] {
    guard !patterns.isEmpty else { return bytes }
    var places: [Range<Int>] = []
    let coats = bytes.count > Self.largestMessage ? Self.depths.largeBody : Self.depths.message
    find(in: UncoatedText(bytes), coats: coats, into: &places)
    guard !places.isEmpty else { return bytes }
    var result: [UInt8] = []
    var end = 0
    for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if place.lowerBound >= end {
        result += bytes[end..<place.lowerBound]
        result += Self.mark.utf8
      }
      end = max(end, place.upperBound)
    }
    return result + bytes[end...]
  }

  private func find(in text: UncoatedText, coats: Int, into places: inout [Range<Int>]) {
    for patterns in patterns { places += patterns.places(in: text.bytes).map(text.original) }
    guard coats > 0 else { return }
    for coat in Coat.allCases {
      if let plain = text.without(coat) { find(in: plain, coats: coats - 1, into: &places) }
    }
  }

  /// The first line of a server's text, redacted, of bounded length and safe for a terminal.
  ///
  /// Later lines are Python's: a schema with the value that it refuses. The whole is redacted
  /// before it is cut, so that half a secret cannot be what is left.
  func firstLine(of text: String) -> String {
    let redacted = redact(text)
    let line = redacted.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }
    return PrintableText.message(String(String.UnicodeScalarView(line)), limit: 1000)
  }
}
