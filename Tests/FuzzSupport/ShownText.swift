/// What a person, a log or a bug report gets to see, held against what none of them may.
package struct ShownText: Sendable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// The first of the secrets that is in it.
  package func leaked(_ secrets: [String]) -> String? {
    secrets.first { text.contains($0) }
  }

  /// The code of the first character that a terminal would obey, line breaks aside.
  package var unsafeScalar: UInt32? {
    text.unicodeScalars.first { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar != "\n"
      case .format, .lineSeparator, .paragraphSeparator, .surrogate: true
      default: false
      }
    }?.value
  }
}
