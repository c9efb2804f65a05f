extension HTTPHeader: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Whether the value is nobody's business.
  var isSecret: Bool { SecretNames.contains(name) }

  /// The line, the value of a token or cookie left out.
  public var description: String { "\(name): \(isSecret ? Redactor.mark : value)" }
  /// The same as the description.
  public var debugDescription: String { description }
  /// A mirror without children, so that `dump` shows what the description does.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
