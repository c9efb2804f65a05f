/// A password or a token: it can be compared and handed over, and nothing else.
///
/// It prints as `(sensitive)` whoever asks, `dump` and string interpolation included, and is not
/// `Encodable`, so that neither a log nor a crash report can hold it by accident.
public struct Sensitive: Hashable, Sendable {
  private let value: String

  /// Wraps a secret.
  public init(_ value: String) {
    self.value = value
  }

  /// The secret itself, for the one place that sends it.
  public func exposed() -> String { value }

  /// Whether both are the same secret, byte for byte.
  ///
  /// Swift's own comparison takes a composed and a decomposed `é` for equal; a server does not.
  public static func == (left: Sensitive, right: Sensitive) -> Bool {
    left.value.utf8.elementsEqual(right.value.utf8)
  }

  /// Hashes the bytes that ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) {
    for byte in value.utf8 { hasher.combine(byte) }
  }
}

extension Sensitive: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Always `(sensitive)`.
  public var description: String { "(sensitive)" }
  /// Always `(sensitive)`.
  public var debugDescription: String { "(sensitive)" }
  /// A mirror without children, so that `dump` shows nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
