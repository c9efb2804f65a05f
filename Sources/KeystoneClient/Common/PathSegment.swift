import Texts

/// One segment of a path, which is an ID or a fixed word.
enum PathSegment {
  /// The segment as it goes on the wire: everything but RFC 3986's unreserved characters encoded.
  ///
  /// - Throws: ``KeystoneError/Reason/unusableID(_:)`` for an ID that would make another path: an
  ///   empty one, a dot or two, or one with a slash, which Keystone decodes before it routes.
  static func encoding(_ segment: String) throws(KeystoneError) -> String {
    if let problem = problem(with: segment) { throw problem }
    return percentEncoded(segment)
  }

  /// What ``encoding(_:)`` throws for a segment; nil where it throws nothing.
  static func problem(with segment: String) -> KeystoneError? {
    guard !segment.isEmpty, segment != ".", segment != "..", segment.hasOnlyBytes({ $0 != 0x2F })
    else {
      return KeystoneError(.unusableID(PrintableText.message(segment, limit: 80)))
    }
    return nil
  }

  /// The text with everything but RFC 3986's unreserved characters encoded.
  static func percentEncoded(_ text: String) -> String {
    guard !text.hasOnlyBytes(isUnreserved) else { return text }
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      if isUnreserved(byte) {
        encoded.append(byte)
      } else {
        encoded.append(contentsOf: [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)])
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: byte.isASCIIAlphanumeric
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
