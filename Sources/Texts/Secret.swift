/// A password or a token: it can be compared and handed over, and nothing else.
///
/// It prints as `(sensitive)` whoever asks, `dump` and string interpolation included, and is not
/// `Encodable`, so that neither a log, a plan nor a crash report can hold it by accident.
public struct Secret: Hashable, Sendable {
  private let value: String

  /// Wraps a secret.
  public init(_ value: String) {
    self.value = value
  }

  /// The secret itself, for the one place that sends or writes it.
  public func exposed() -> String { value }

  /// Whether both are the same secret, byte for byte.
  ///
  /// Swift's own comparison takes a composed and a decomposed `é` for equal; Keystone hashes bytes.
  public static func == (left: Secret, right: Secret) -> Bool {
    left.value.hasSameCodePoints(as: right.value)
  }

  /// Hashes the bytes that ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) {
    value.hashCodePoints(into: &hasher)
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Always `(sensitive)`.
  public var description: String { "(sensitive)" }
  /// Always `(sensitive)`.
  public var debugDescription: String { "(sensitive)" }
  /// A mirror without children, so that `dump` shows nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
