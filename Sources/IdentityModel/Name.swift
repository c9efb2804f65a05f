import Texts

/// The name of an object, compared as Keystone compares it: code point by code point.
package struct Name: Hashable, Codable, Sendable {
  private let exact: ExactText

  /// The name as a text, for showing it and for sending it.
  package var text: String { exact.text }

  package init(_ text: String) {
    exact = ExactText(text)
  }

  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension Name: Comparable {
  package static func < (left: Name, right: Name) -> Bool { left.exact < right.exact }
}

extension Name: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    self.init(text)
  }
}

extension Name: CustomStringConvertible {
  package var description: String { text }
}

extension Name: ComparedName {
  package var quoted: String { "\"\(text)\"" }
}
