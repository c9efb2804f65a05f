/// A text compared code point by code point, for what is sorted by it or looked up.
///
/// Swift's `String` holds a composed and a decomposed `é` for equal; Keystone keeps both, as two
/// users. The order is that of the code points too, which is the 2014 command's.
package struct ExactText: Hashable, Codable, Sendable {
  /// The text itself.
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  package static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.hasSameCodePoints(as: right.text)
  }

  package func hash(into hasher: inout Hasher) {
    text.hashCodePoints(into: &hasher)
  }
}

extension ExactText: Comparable {
  package static func < (left: ExactText, right: ExactText) -> Bool {
    left.text.precedesInCodePoints(right.text)
  }
}

extension ExactText: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    self.text = text
  }
}

extension ExactText: CustomStringConvertible {
  package var description: String { text }
}
