/// A password: it can be compared and handed over, and nothing else.
///
/// It prints as `(sensitive)` whoever asks, `dump` and string interpolation included, and is not
/// `Encodable`, so that neither a log, a plan nor a crash report can hold it by accident. Keystone
/// hashes its bytes, so a composed and a decomposed `é` are two passwords.
package struct Secret: Hashable, Sendable {
  private let value: String

  package init(_ value: String) {
    self.value = value
  }

  package static func == (left: Secret, right: Secret) -> Bool {
    left.value.hasSameCodePoints(as: right.value)
  }

  /// The password itself, for the one place that sends or writes it.
  package func exposed() -> String { value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "(sensitive)" }
  package var debugDescription: String { "(sensitive)" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
