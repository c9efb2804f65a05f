/// One header line.
public struct HTTPHeader: Sendable, Hashable {
  /// The field name, as sent or received; compare it without regard to case.
  public var name: String
  /// The field value, without the white space around it.
  public var value: String

  /// Makes a header line.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
