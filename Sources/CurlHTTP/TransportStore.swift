/// What those who send over one transport keep with it: one value of each type, shared by them all.
public final class TransportStore: Sendable {
  private let values = Locked<[ObjectIdentifier: any Sendable]>([:])

  /// Makes an empty one.
  public init() {}

  /// The value of a type.
  ///
  /// - Parameter make: Makes it for whoever asks first.
  /// - Returns: The same one to everybody.
  public func value<Value: Sendable>(_ make: () -> Value) -> Value {
    values.withLock { values in
      let type = ObjectIdentifier(Value.self)
      if let value = values[type] as? Value { return value }
      let value = make()
      values[type] = value
      return value
    }
  }
}
