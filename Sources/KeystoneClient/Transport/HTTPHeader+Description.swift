extension HTTPHeader: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The names of the headers whose values let somebody in.
  private static let secretNames: Set<String> = [
    "x-auth-token", "x-subject-token", "authorization", "proxy-authorization", "cookie",
    "set-cookie",
  ]

  /// Whether the value is nobody's business.
  var isSecret: Bool { Self.secretNames.contains(name.lowercased()) }

  /// The line, the value of a token or cookie left out.
  public var description: String { "\(name): \(isSecret ? Redactor.mark : value)" }
  /// The same as the description.
  public var debugDescription: String { description }
  /// A mirror without children, so that `dump` shows what the description does.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
