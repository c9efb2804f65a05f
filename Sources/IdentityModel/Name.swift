/// The name of an object, compared as Keystone compares it: code point by code point.
///
/// Swift's `String` holds a composed and a decomposed `é` for equal; Keystone keeps both, as two
/// users. The order is that of the code points too, which is the 2014 command's.
package struct Name: Hashable, Codable, Sendable {
  /// The name as a text, for showing it and for sending it.
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  package static func == (left: Name, right: Name) -> Bool {
    left.text.hasSameCodePoints(as: right.text)
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xFF as UInt8)
  }

  package init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension Name: Comparable {
  package static func < (left: Name, right: Name) -> Bool {
    left.text.precedesInCodePoints(right.text)
  }
}

extension Name: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    self.text = text
  }
}

extension Name: CustomStringConvertible {
  package var description: String { text }
}
