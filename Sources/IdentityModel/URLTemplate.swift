import Texts

/// A catalog URL as Keystone stores it: an opaque text that may hold `$(tenant_id)s`.
///
/// No URL type of any library ever touches it; Foundation's turn `%(tenant_id)s` into
/// `%25(tenant_id)s`.
package struct URLTemplate: Hashable, Codable, Sendable, CustomStringConvertible {
  /// The text, exactly as written.
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  package static func == (left: URLTemplate, right: URLTemplate) -> Bool {
    left.text.hasSameCodePoints(as: right.text)
  }

  /// Whether Keystone renders both to the same URL: it reads `$(` as `%(`
  /// (`keystone.common.utils.format_url`).
  package func isEquivalent(to other: URLTemplate) -> Bool {
    canonicalBytes == other.canonicalBytes
  }

  package var description: String { text }

  private var canonicalBytes: [UInt8] {
    var bytes = Array(text.utf8)
    for index in bytes.indices.dropLast()
    where bytes[index] == UInt8(ascii: "$") && bytes[index + 1] == UInt8(ascii: "(") {
      bytes[index] = UInt8(ascii: "%")
    }
    return bytes
  }

  package init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
